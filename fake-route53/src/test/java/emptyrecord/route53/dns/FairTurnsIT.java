package emptyrecord.route53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.limits.Hogs;
import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.telemetry.DnsMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
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
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final ZoneData NIGHT = NightZone.make();

    private final DnsServer server = new DnsServer(
            new DnsSettings("127.0.0.1", 0, Duration.ofSeconds(10), 128, 4),
            new Responder(
                    () -> Zones.of(List.of(NIGHT)),
                    () -> Health.ALL_HEALTHY,
                    new ServfailDraw(ServfailDraw.fault()),
                    new DnsMeters(new SimpleMeterRegistry())),
            1);

    @Test
    void healthyQueriesAreAnsweredWhileTheAttackGoesOn() throws IOException {
        server.start();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        int failures = 0;
        try (Hogs attackers = new Hogs(ATTACKERS, address, "", transfer())) {
            for (int i = 0; i < HEALTHY; i++) {
                long before = attackers.taken();
                failures += fails(i % 2 == 0);
                await().atMost(TIMEOUT).until(() -> attackers.taken() > before);
            }
            assertThat(attackers.ended()).as("attackers that were cut off").isEmpty();
        } finally {
            server.stop();
        }
        assertThat(failures).as("of %s healthy queries", HEALTHY).isZero();
    }

    /** With its length before it (RFC 1035 section 4.2.2). */
    private static byte[] transfer() {
        byte[] query = Message.newQuery(Record.newRecord(Name.fromConstantString("db.test."), Type.AXFR, DClass.IN))
                .toWire();
        return ByteBuffer.allocate(Short.BYTES + query.length)
                .putShort((short) query.length)
                .put(query)
                .array();
    }

    private int fails(boolean tcp) throws IOException {
        SimpleResolver client = new SimpleResolver("127.0.0.1");
        client.setPort(server.port());
        client.setTCP(tcp);
        client.setTimeout(TIMEOUT);
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
