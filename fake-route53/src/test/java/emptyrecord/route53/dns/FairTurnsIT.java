package emptyrecord.route53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.route53.Route53Settings;
import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.telemetry.DnsMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Sixty connections that ask for the whole zone without end take turns with everybody else. */
class FairTurnsIT {

    private static final int ATTACKERS = 60;
    private static final int HEALTHY = 40;

    /** For a busy machine; who gets no turn waits as long as the attack goes on. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ZoneData NIGHT = NightZone.make();

    private final AtomicLong transferred = new AtomicLong();
    private final Queue<IOException> ended = new ConcurrentLinkedQueue<>();
    private volatile boolean over;
    private final List<Socket> attackers = new ArrayList<>();
    private final DnsServer server = new DnsServer(
            new Route53Settings.Dns("127.0.0.1", 0, Duration.ofSeconds(10), 128, 4),
            new Responder(
                    () -> Zones.of(List.of(NIGHT)),
                    new ServfailDraw(ServfailDraw.fault()),
                    new DnsMeters(new SimpleMeterRegistry())),
            1);

    @BeforeEach
    void attack() throws IOException {
        server.start();
        byte[] transfer = Message.newQuery(Record.newRecord(Name.fromConstantString("db.test."), Type.AXFR, DClass.IN))
                .toWire();
        for (int i = 0; i < ATTACKERS; i++) {
            Socket socket = new Socket("127.0.0.1", server.port());
            attackers.add(socket);
            Thread.ofPlatform().daemon().start(() -> ask(socket, transfer));
            Thread.ofPlatform().daemon().start(() -> read(socket));
        }
    }

    @AfterEach
    void stop() throws IOException {
        over = true;
        for (Socket socket : attackers) {
            socket.close();
        }
        server.stop();
    }

    private void ask(Socket socket, byte[] query) {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                out.writeShort(query.length);
                out.write(query);
            }
        } catch (IOException ended) {
            lost(ended);
        }
    }

    private void read(Socket socket) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                in.skipNBytes(in.readUnsignedShort());
                transferred.incrementAndGet();
            }
        } catch (IOException ended) {
            lost(ended);
        }
    }

    /** A connection that the server ended while the attack went on; {@code isClosed()} tells only of our own end. */
    private void lost(IOException why) {
        if (!over) {
            ended.add(why);
        }
    }

    @Test
    void healthyQueriesAreAnsweredWhileTheAttackGoesOn() throws IOException {
        int failures = 0;
        for (int i = 0; i < HEALTHY; i++) {
            long before = transferred.get();
            failures += fails(i % 2 == 0);
            while (transferred.get() == before) {
                Thread.onSpinWait();
            }
        }
        assertThat(failures).as("of %s healthy queries", HEALTHY).isZero();
        assertThat(ended).as("attackers that were cut off").isEmpty();
    }

    private int fails(boolean tcp) throws IOException {
        SimpleResolver client = new SimpleResolver("127.0.0.1");
        client.setPort(server.port());
        client.setTCP(tcp);
        client.setTimeout(PATIENCE);
        client.setIgnoreTruncation(true);
        try {
            Message answer = client.send(
                    Message.newQuery(Record.newRecord(Name.fromConstantString("many.db.test."), Type.A, DClass.IN)));
            boolean answered = answer.getRcode() == Rcode.NOERROR
                    && (tcp
                            ? !answer.getSection(Section.ANSWER).isEmpty()
                            : answer.getHeader().getFlag(Flags.TC));
            return answered ? 0 : 1;
        } catch (IOException e) {
            return 1;
        }
    }
}
