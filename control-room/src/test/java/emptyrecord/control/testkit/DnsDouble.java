package emptyrecord.control.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** DNS over UDP: every name is 127.0.0.1, but for those that are empty: NOERROR, no answer, a SOA. */
public final class DnsDouble implements AutoCloseable {

    private static final long NEGATIVE_TTL = 2;

    private final DatagramSocket socket;
    private final int port;
    private final Set<String> empty = ConcurrentHashMap.newKeySet();

    public DnsDouble() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = socket.getLocalPort();
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public void empty(String name) {
        empty.add(name + ".");
    }

    public void restore(String name) {
        empty.remove(name + ".");
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] reply = reply(new Message(Arrays.copyOf(buffer, packet.getLength())));
                socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private byte[] reply(Message query) throws IOException {
        Record question = query.getQuestion();
        Name name = question.getName();
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.addRecord(question, Section.QUESTION);
        if (empty.contains(name.toString())) {
            reply.addRecord(
                    new SOARecord(name, DClass.IN, NEGATIVE_TTL, name, name, 1, 60, 60, 60, NEGATIVE_TTL),
                    Section.AUTHORITY);
        } else {
            reply.addRecord(new ARecord(name, DClass.IN, 1, InetAddress.getLoopbackAddress()), Section.ANSWER);
        }
        return reply.toWire();
    }

    @Override
    public void close() {
        socket.close();
    }
}
