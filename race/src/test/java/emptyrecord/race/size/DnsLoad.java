package emptyrecord.race.size;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** One client of DNS over UDP that keeps a few questions in flight. */
final class DnsLoad implements AutoCloseable {

    private static final int IN_FLIGHT = 32;
    private static final int ANSWER_MAX = 4096;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(1);
    private static final Duration LONGEST_PROPAGATION = Duration.ofSeconds(60);

    private final DatagramSocket socket;

    DnsLoad(InetSocketAddress server) throws IOException {
        socket = new DatagramSocket();
        socket.connect(server);
        socket.setSoTimeout((int) TIMEOUT.toMillis());
    }

    /** @return the mean over the time; a lost question is asked again after a second */
    double answersPerSecond(String name, Duration time) throws IOException {
        byte[] question = question(name);
        for (int i = 0; i < IN_FLIGHT; i++) {
            send(question);
        }
        long begin = System.nanoTime();
        long answers = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            answers += receive().length > 0 ? 1 : 0;
            send(question);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        for (int i = 0; i < IN_FLIGHT; i++) {
            receive();
        }
        return answers / seconds;
    }

    /** Waits until the name answers with an address that begins so. */
    void awaitAddress(String name, String prefix) throws IOException {
        byte[] question = question(name);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LONGEST_PROPAGATION.toNanos()) {
            send(question);
            byte[] answer = receive();
            if (answer.length > 0 && address(answer).startsWith(prefix)) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
        throw new IllegalStateException(name + " does not answer with " + prefix + "… after " + LONGEST_PROPAGATION);
    }

    int answerBytes(String name) throws IOException {
        send(question(name));
        return receive().length;
    }

    private static String address(byte[] answer) throws IOException {
        for (Record record : new Message(answer).getSection(Section.ANSWER)) {
            if (record instanceof ARecord a) {
                return a.getAddress().getHostAddress();
            }
        }
        return "";
    }

    private static byte[] question(String name) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN))
                .toWire();
    }

    private void send(byte[] question) throws IOException {
        socket.send(new DatagramPacket(question, question.length));
    }

    /** Empty if nothing comes in time. */
    private byte[] receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[ANSWER_MAX], ANSWER_MAX);
        try {
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        } catch (SocketTimeoutException e) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
