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
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Noise, and good queries with bits turned, bytes cut and counts raised, thrown at the server by a seed ({@code
 * -Dfuzz.seed}). Afterwards it answers as before, and it has counted.
 */
class DnsFuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", 20_251_020);
    private static final int PACKETS = 20_000;
    private static final int CONNECTIONS = 300;
    private static final ZoneData NIGHT = NightZone.make();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Responder responder = new Responder(
            () -> Zones.of(List.of(NIGHT)),
            () -> Health.ALL_HEALTHY,
            new ServfailDraw(ServfailDraw.fault()),
            new DnsMeters(meters));
    private final DnsServer server =
            new DnsServer(new DnsSettings("127.0.0.1", 0, Duration.ofSeconds(10), 64, 2), responder, 1);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static byte[] good(SplittableRandom random) {
        List<String> names = List.of("db.test.", "many.db.test.", "_x._tcp.db.test.", "none.db.test.", "example.test.");
        Name name = Name.fromConstantString(names.get(random.nextInt(names.size())));
        Message query = Message.newQuery(Record.newRecord(name, random.nextInt(300), DClass.IN));
        return query.toWire();
    }

    private static byte[] packet(SplittableRandom random) {
        byte[] bytes = good(random);
        switch (random.nextInt(5)) {
            case 0 -> {
                bytes = new byte[random.nextInt(600)];
                random.nextBytes(bytes);
            }
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 40));
            case 2 -> bytes[4 + random.nextInt(8)] = (byte) random.nextInt(256);
            case 3 -> bytes[12 + random.nextInt(bytes.length - 12)] = (byte) (0xC0 | random.nextInt(64));
            default -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }

    private double malformed(String transport) {
        return meters.get("route53.dns.malformed")
                .tag("transport", transport)
                .counter()
                .count();
    }

    /** Every reply to any input has the same ID, can be read by a resolver, and fits. */
    @Test
    void everyReplyIsWellFormed() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < PACKETS; i++) {
            byte[] packet = packet(random);
            for (byte[] reply : responder.respond(packet, Transport.UDP, random)) {
                assertThat(reply.length).as("seed %s, packet %s", SEED, i).isLessThanOrEqualTo(Replies.UDP_PAYLOAD_MAX);
                assertThat(new Message(reply).getHeader().getID())
                        .isEqualTo((packet[0] & 0xFF) << 8 | packet[1] & 0xFF);
                assertThat(reply[2] & 0x80).as("a reply").isEqualTo(0x80);
            }
        }
        assertThat(malformed("udp")).as("seed %s", SEED).isGreaterThan(PACKETS / 10.0);
    }

    @Test
    void theServerOutlivesNoiseOverUdp() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < PACKETS / 4; i++) {
                byte[] packet = packet(random);
                socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), server.port()));
            }
        }
        assertStillAnswers();
        assertThat(malformed("udp")).as("seed %s", SEED).isPositive();
    }

    @Test
    void theServerOutlivesNoiseOverTcp() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (int j = random.nextInt(4); j >= 0; j--) {
                    byte[] packet = packet(random);
                    out.writeShort(random.nextInt(10) == 0 ? random.nextInt(65_536) : packet.length);
                    out.write(packet);
                }
            } catch (IOException hungUp) {
                // the server may close a connection on which only noise came
            }
        }
        assertStillAnswers();
        assertThat(malformed("tcp")).as("seed %s", SEED).isPositive();
    }

    /** The question may be lost behind the noise, or find all places taken for a moment; so it is asked again. */
    private void assertStillAnswers() {
        byte[] query = Message.newQuery(Record.newRecord(Name.fromConstantString("db.test."), Type.A, DClass.IN))
                .toWire();
        await().ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(askTcp(query).getSection(Section.ANSWER))
                        .as("seed %s", SEED)
                        .hasSize(1));
        await().ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(askUdp(query).getSection(Section.ANSWER))
                        .as("seed %s", SEED)
                        .hasSize(1));
    }

    private Message askTcp(byte[] query) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(2000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(query.length);
            out.write(query);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new Message(in.readNBytes(in.readUnsignedShort()));
        }
    }

    private Message askUdp(byte[] query) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(1000);
            socket.send(new DatagramPacket(query, query.length, InetAddress.getLoopbackAddress(), server.port()));
            DatagramPacket reply = new DatagramPacket(new byte[4096], 4096);
            socket.receive(reply);
            return new Message(Arrays.copyOf(reply.getData(), reply.getLength()));
        }
    }
}
