package emptyrecord.route53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.FuzzRun;
import emptyrecord.kit.testkit.fuzz.HeapWatch;
import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.telemetry.DnsMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
 * Messages by a seed, thrown at the server over UDP and TCP ({@code bench/fuzz.sh dns}). Each answer is checked; between
 * them a client asks over both and is served.
 */
class DnsFuzzIT {

    private static final int PACKETS = 4_000;
    private static final int CONNECTIONS = 600;
    private static final int WAIT_MILLIS = 20_000;
    private static final Zones NIGHT = Zones.of(List.of(NightZone.make()));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Responder responder = new Responder(
            () -> NIGHT, () -> Health.ALL_HEALTHY, new ServfailDraw(ServfailDraw.fault()), new DnsMeters(meters));
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

    private double malformed(String transport) {
        return meters.get("route53.dns.malformed")
                .tag("transport", transport)
                .counter()
                .count();
    }

    @Test
    void everyAnswerOverUdpIsRightOrSilence() throws IOException {
        HeapWatch heap = new HeapWatch();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.connect(InetAddress.getLoopbackAddress(), server.port());
            FuzzRun.of("dns", PACKETS)
                    .beside(this::assertStillAnswers)
                    .each(DnsPackets::packet, packet -> outcomeOverUdp(socket, packet));
        }
        heap.assertBounded();
        assertThat(malformed("udp")).isPositive();
    }

    /** A message that is not answered leaves the next answer to the next message, whose ID is another. */
    private static String outcomeOverUdp(DatagramSocket socket, byte[] packet) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length));
        if (!ReplyRules.isAnswered(packet)) {
            return "silence";
        }
        DatagramPacket reply = new DatagramPacket(new byte[8192], 8192);
        socket.receive(reply);
        return ReplyRules.check(packet, Arrays.copyOf(reply.getData(), reply.getLength()), Transport.UDP);
    }

    /** Several messages on a connection, of which one may lie about its length. */
    @Test
    void everyAnswerOverTcpIsRightOrTheEnd() {
        HeapWatch heap = new HeapWatch();
        FuzzRun.of("dns", CONNECTIONS)
                .beside(this::assertStillAnswers)
                .each(DnsFuzzIT::conversation, this::outcomeOverTcp);
        heap.assertBounded();
        assertThat(malformed("tcp")).isPositive();
    }

    private static byte[] conversation(Chance chance) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = chance.below(6); i >= 0; i--) {
            byte[] packet = DnsPackets.packet(chance);
            int length = chance.oneIn(10) ? chance.below(0x1_0000) : packet.length;
            all.write(length >> Byte.SIZE);
            all.write(length);
            all.writeBytes(packet);
        }
        return all.toByteArray();
    }

    private String outcomeOverTcp(byte[] conversation) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.getOutputStream().write(conversation);
            socket.shutdownOutput();
            return ReplyRules.checkAll(conversation, socket.getInputStream().readAllBytes());
        } catch (SocketException reset) {
            return "reset";
        }
    }

    /** All places may be taken for a moment, so it is asked again. */
    private void assertStillAnswers() {
        byte[] query = Message.newQuery(Record.newRecord(Name.fromConstantString("db.test."), Type.A, DClass.IN))
                .toWire();
        await().pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() ->
                        assertThat(askTcp(query).getSection(Section.ANSWER)).hasSize(1));
        await().pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() ->
                        assertThat(askUdp(query).getSection(Section.ANSWER)).hasSize(1));
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
