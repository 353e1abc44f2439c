package emptyrecord.route53.dns;

import static emptyrecord.route53.core.Batches.dns;
import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.telemetry.DnsMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/** The authoritative server on real sockets, asked by dnsjava's resolver. */
class DnsServerIT {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Fault fault = ServfailDraw.fault().aimedAt(List.of("db.test", "other.test"));
    private final DnsServer server = new DnsServer(
            new DnsSettings("127.0.0.1", 0, Duration.ofSeconds(10), 16, 2),
            new Responder(
                    () -> Zones.of(List.of(NightZone.make())),
                    () -> Health.ALL_HEALTHY,
                    new ServfailDraw(fault),
                    new DnsMeters(meters)),
            1);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress("127.0.0.1", server.port()));
        resolver.setTimeout(Duration.ofSeconds(5));
        return resolver;
    }

    private static Message query(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name + "."), type, DClass.IN));
    }

    private Message ask(String name, int type) throws IOException {
        return resolver().send(query(name, type));
    }

    @Test
    void theApexAnswersOneAddressWithAuthorityAndKeepsCase() throws IOException {
        Message reply = ask("dB.TeSt", Type.A);

        assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(reply.getSection(Section.ANSWER)).hasSize(1);
        assertThat(reply.getQuestion().getName().toString()).isEqualTo("dB.TeSt.");
        assertThat(reply.getSection(Section.ANSWER).getFirst().getName().toString())
                .isEqualTo("dB.TeSt.");
    }

    /** The three that must not be mixed up: an empty answer, a missing name, a foreign name. */
    @Test
    void noDataIsNotNxdomainIsNotRefused() throws IOException {
        Message empty = ask("_rollback.db.test", Type.A);
        assertThat(empty.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(empty.getSection(Section.ANSWER)).isEmpty();
        assertThat(empty.getSection(Section.AUTHORITY))
                .singleElement()
                .extracting(Record::getType)
                .isEqualTo(Type.SOA);
        assertThat(ask("db.test", Type.AAAA).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask("_tcp.db.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);

        Message missing = ask("plan-9.db.test", Type.A);
        assertThat(missing.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(missing.getSection(Section.AUTHORITY)).hasSize(1);
        assertThat(ask("example.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ask("_x._tcp.db.test", Type.SRV).getSection(Section.ANSWER)).hasSize(1);
        assertThat(ask("db.test", 4711).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void aLongAnswerIsTruncatedOverUdpAndWholeOverTcp() throws IOException {
        SimpleResolver udp = resolver();
        udp.setIgnoreTruncation(true);
        Message cut = udp.send(query("many.db.test", Type.A));
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        udp.setEDNS(0, 4096, 0, List.of());
        Message edns = udp.send(query("many.db.test", Type.A));
        assertThat(edns.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(edns.getOPT()).isNotNull();
        assertThat(edns.toWire().length).isLessThanOrEqualTo(Replies.UDP_PAYLOAD_MAX);

        assertThat(ask("many.db.test", Type.A).getSection(Section.ANSWER)).hasSize(200);
        assertThat(meters.get("route53.dns.truncated").counter().count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void severalQueriesGoOverOneTcpConnection() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int i = 0; i < 3; i++) {
                byte[] query = query("db.test", Type.A).toWire();
                out.writeShort(query.length);
                out.write(query);
                Message reply = new Message(in.readNBytes(in.readUnsignedShort()));
                assertThat(reply.getSection(Section.ANSWER)).hasSize(1);
            }
        }
    }

    @Test
    void aTransferShowsTheWholeZoneOverTcpOnly() throws IOException, ZoneTransferException {
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(
                Name.fromString("db.test."), new InetSocketAddress("127.0.0.1", server.port()), null);
        transfer.run();
        List<Record> records = transfer.getAXFR();

        assertThat(records.getFirst().getType()).isEqualTo(Type.SOA);
        assertThat(records.getLast().getType()).isEqualTo(Type.SOA);
        assertThat(records)
                .filteredOn(r -> r.getName().equals(dns("db.test")) && r.getType() == Type.A)
                .hasSize(3);
        assertThat(records)
                .filteredOn(r -> r.getName().equals(dns("many.db.test")))
                .hasSize(200);
    }

    @Test
    void whatIsNotServedIsSaidSo() throws IOException {
        Message notify = query("db.test", Type.SOA);
        notify.getHeader().setOpcode(Opcode.NOTIFY);
        assertThat(resolver().send(notify).getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(resolver()
                        .send(Message.newQuery(Record.newRecord(dns("db.test"), Type.TXT, DClass.CH)))
                        .getRcode())
                .isEqualTo(Rcode.REFUSED);
        Message future = query("db.test", Type.A);
        future.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
        assertThat(resolver().send(future).getRcode()).isEqualTo(Rcode.BADVERS);
    }

    @Test
    void malformedPacketsAreCountedAndKillNothing() throws IOException {
        byte[] formerr = {0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 63, 'x'};
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(5000);
            Random random = new Random(7);
            for (int i = 0; i < 500; i++) {
                byte[] noise = new byte[random.nextInt(80)];
                random.nextBytes(noise);
                send(socket, noise);
            }
            byte[] good = query("db.test", Type.A).toWire();
            for (int cut = 0; cut < good.length; cut++) {
                send(socket, Arrays.copyOf(good, cut));
            }
            send(socket, formerr);
            Message reply = receiveId(socket, 0x1234);
            assertThat(reply.getRcode()).isEqualTo(Rcode.FORMERR);
        }
        assertThat(ask("db.test", Type.A).getSection(Section.ANSWER)).hasSize(1);
        assertThat(meters.get("route53.dns.malformed")
                        .tag("transport", "udp")
                        .counter()
                        .count())
                .isGreaterThan(100);
    }

    private void send(DatagramSocket socket, byte[] packet) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), server.port()));
    }

    private static Message receiveId(DatagramSocket socket, int id) throws IOException {
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            socket.receive(packet);
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            if (((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) == id) {
                return new Message(bytes);
            }
        }
    }

    @Test
    void theFaultServfailHitsItsZoneOnly() throws IOException {
        fault.inject(1, Optional.of("db.test"), Instant.EPOCH);
        assertThat(ask("db.test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
        fault.inject(1, Optional.of("other.test"), Instant.EPOCH);
        assertThat(ask("db.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    }
}
