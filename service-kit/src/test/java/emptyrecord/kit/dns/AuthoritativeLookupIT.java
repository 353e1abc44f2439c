package emptyrecord.kit.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** The three outcomes of a look-up, told apart over a real socket. */
class AuthoritativeLookupIT {

    private static final Name ZONE = Name.fromConstantString("us-east-1.amazonaws.test.");

    private DatagramSocket server;
    private AuthoritativeLookup lookup;

    @BeforeEach
    void listen() throws IOException {
        server = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
        lookup = new AuthoritativeLookup(
                new InetSocketAddress("127.0.0.1", server.getLocalPort()), Duration.ofSeconds(1));
        Thread.startVirtualThread(this::serve);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                server.receive(packet);
                byte[] reply = reply(new Message(java.util.Arrays.copyOf(buffer, packet.getLength())))
                        .toWire();
                server.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            server.close();
        }
    }

    private static Message reply(Message query) throws IOException {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        Name name = query.getQuestion().getName();
        String first = name.getLabelString(0);
        if (first.equals("good")) {
            reply.addRecord(new ARecord(name, DClass.IN, 60, InetAddress.getByName("127.0.1.10")), Section.ANSWER);
        } else if (first.equals("broken")) {
            reply.getHeader().setRcode(Rcode.SERVFAIL);
        } else {
            reply.getHeader().setRcode(first.equals("empty") ? Rcode.NOERROR : Rcode.NXDOMAIN);
            reply.addRecord(
                    new SOARecord(ZONE, DClass.IN, 900, ZONE, ZONE, 1, 7200, 900, 1_209_600, 600), Section.AUTHORITY);
        }
        return reply;
    }

    @Test
    void aNameWithAddresses() {
        assertThat(lookup.lookup("good.us-east-1.amazonaws.test"))
                .isInstanceOfSatisfying(
                        DnsAnswer.Addresses.class, a -> assertThat(a.ttl()).isEqualTo(Duration.ofSeconds(60)));
    }

    @Test
    void anEmptyAnswerIsNotAMissingName() {
        assertThat(lookup.lookup("empty.us-east-1.amazonaws.test"))
                .isEqualTo(new DnsAnswer.Empty(Duration.ofSeconds(600)));
        assertThat(lookup.lookup("nowhere.us-east-1.amazonaws.test"))
                .isEqualTo(new DnsAnswer.NoSuchName(Duration.ofSeconds(600)));
    }

    @Test
    void aServerThatFailsOrIsGoneIsDead() {
        assertThat(lookup.lookup("broken.us-east-1.amazonaws.test")).isInstanceOf(DnsAnswer.ServerDead.class);
        server.close();
        assertThat(lookup.lookup("good.us-east-1.amazonaws.test")).isInstanceOf(DnsAnswer.ServerDead.class);
    }

    @Test
    void theJvmResolvesTestNamesThroughTheLab() throws UnknownHostException {
        LabInetAddressResolverProvider.install(lookup);

        assertThat(InetAddress.getByName("good.us-east-1.amazonaws.test").getHostAddress())
                .isEqualTo("127.0.1.10");
        assertThatThrownBy(() -> InetAddress.getByName("empty.us-east-1.amazonaws.test"))
                .isInstanceOf(UnknownHostException.class);
        assertThat(InetAddress.getByName("localhost").isLoopbackAddress()).isTrue();
    }
}
