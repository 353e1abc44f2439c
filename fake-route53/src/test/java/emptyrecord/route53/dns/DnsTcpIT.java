package emptyrecord.route53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.Health;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Connections that are used well, and those that are not: each bad one loses its place, and nobody else does. */
class DnsTcpIT {

    private static final int PLACES = 3;
    private static final ZoneData NIGHT = NightZone.make();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private DnsServer server = server(Duration.ofMillis(500));

    private DnsServer server(Duration idle) {
        return new DnsServer(
                new DnsSettings("127.0.0.1", 0, idle, PLACES, 2),
                new Responder(
                        () -> Zones.of(List.of(NIGHT)),
                        () -> Health.ALL_HEALTHY,
                        new ServfailDraw(ServfailDraw.fault()),
                        new DnsMeters(meters)),
                1);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static byte[] query(String name, int id) {
        Message query = Message.newQuery(Record.newRecord(Name.fromConstantString(name), Type.A, DClass.IN));
        query.getHeader().setID(id);
        return query.toWire();
    }

    private static void send(Socket socket, byte[] query) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(query.length);
        out.write(query);
    }

    private static Message receive(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return new Message(in.readNBytes(in.readUnsignedShort()));
    }

    private void awaitPlace() {
        await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
            try (Socket socket = connect()) {
                send(socket, query("db.test.", 1));
                assertThat(receive(socket).getSection(Section.ANSWER)).hasSize(1);
            }
        });
    }

    @Test
    void queriesSentTogetherAreAllAnsweredInOrder() throws IOException {
        try (Socket socket = connect()) {
            for (int id = 0; id < 50; id++) {
                send(socket, query("many.db.test.", id));
            }
            for (int id = 0; id < 50; id++) {
                Message reply = receive(socket);
                assertThat(reply.getHeader().getID()).isEqualTo(id);
                assertThat(reply.getSection(Section.ANSWER)).hasSize(200);
            }
        }
    }

    @Test
    void idleConnectionsAreClosedAndGiveTheirPlacesBack() throws IOException {
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            idle.add(connect());
        }
        for (Socket socket : idle) {
            assertThat(socket.getInputStream().read())
                    .as("closed by the server")
                    .isEqualTo(-1);
            socket.close();
        }
        awaitPlace();
    }

    @Test
    void aQueryThatTricklesInIsCutOff() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(0xFF);
            await().untilAsserted(() -> {
                socket.getOutputStream().write(0xFF);
                assertThat(meters.get("route53.dns.queries").counters())
                        .allSatisfy(c -> assertThat(c.count()).isZero());
                assertThat(isClosed(socket)).isTrue();
            });
        } catch (IOException e) {
            assertThat(e).as("writing to a closed connection").hasNoCause();
        }
        awaitPlace();
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(20);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void whoDoesNotReadTheAnswersIsCutOff() throws IOException {
        List<Socket> greedy = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            Socket socket = connect();
            greedy.add(socket);
            Thread.ofVirtual().start(() -> flood(socket));
        }
        awaitPlace();
        for (Socket socket : greedy) {
            socket.close();
        }
    }

    private static void flood(Socket socket) {
        try {
            while (true) {
                send(socket, query("many.db.test.", 7));
            }
        } catch (IOException cutOff) {
            // which is what the test waits for
        }
    }

    @Test
    void aTornMessageIsCountedAndNotAnswered() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {0, 40, 1, 2, 3});
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        await().until(() -> meters.get("route53.dns.malformed")
                        .tag("transport", "tcp")
                        .counter()
                        .count()
                == 1);
    }

    @Test
    void anEmptyMessageIsCountedAndTheNextOneIsAnswered() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {0, 0});
            send(socket, query("db.test.", 9));
            assertThat(receive(socket).getHeader().getID()).isEqualTo(9);
        }
    }

    /** Which one it is, {@link TcpDeadlinesTest} shows: here the server's threads note the waits in any order. */
    @Test
    void aNewConnectionTakesThePlaceOfOneThatIsSilent() throws IOException {
        server.stop();
        server = server(Duration.ofMinutes(5));
        server.start();
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            Socket socket = connect();
            silent.add(socket);
            send(socket, query("db.test.", i));
            assertThat(receive(socket).getHeader().getID()).isEqualTo(i);
        }
        silent.getLast().getOutputStream().write(0xFF);
        awaitPlace();
        List<Socket> closed = new ArrayList<>();
        for (Socket socket : silent) {
            if (isClosed(socket)) {
                closed.add(socket);
            }
        }
        assertThat(closed).hasSize(1);
        for (Socket socket : silent) {
            socket.close();
        }
    }

    /** A client that is being answered keeps its place; only so many are served. */
    @Test
    void connectionsThatAreUsedKeepTheirPlaces() throws IOException {
        server.stop();
        server = server(Duration.ofMinutes(5));
        server.start();
        List<Socket> used = new ArrayList<>();
        await().until(() -> {
            Socket next = connect();
            used.add(next);
            Thread.ofVirtual().start(() -> flood(next));
            return isRefused(next);
        });
        assertThat(used).hasSizeGreaterThan(PLACES);
        for (Socket socket : used) {
            socket.close();
        }
        awaitPlace();
    }

    private static boolean isRefused(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void aLengthThatNoQueryHasTakesNoMemoryAndIsNoMessage() throws IOException {
        try (Socket socket = connect()) {
            byte[] query = Arrays.copyOf(query("db.test.", 5), 0xFFFF);
            send(socket, query);
            send(socket, query("db.test.", 6));
            assertThat(receive(socket).getRcode()).isEqualTo(Rcode.FORMERR);
            assertThat(receive(socket).getHeader().getID()).isEqualTo(6);
        }
    }
}
