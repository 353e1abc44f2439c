package emptyrecord.customers.client.nlb;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A TCP connection to the application behind the load balancer: {@code HELLO} is answered with {@code OK …}. */
final class LineConnection implements AutoCloseable {

    private static final int LONGEST = 256;
    private static final byte[] HELLO = "HELLO\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final Duration timeout;

    private LineConnection(Socket socket, Duration timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    /** @param timeout real time for connecting and for each answer */
    static LineConnection open(InetSocketAddress node, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(node, (int) timeout.toMillis());
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            return new LineConnection(socket, timeout);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a request and waits for its answer. */
    void request() throws IOException {
        socket.getOutputStream().write(HELLO);
        String answer = line();
        if (!answer.startsWith("OK")) {
            throw new SocketException("the application answered '" + answer + "'");
        }
    }

    private String line() throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("no answer in time");
            }
            socket.setSoTimeout((int) left);
            int c = socket.getInputStream().read();
            if (c < 0) {
                throw new SocketException("closed by the other side");
            }
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        throw new SocketException("an answer of more than " + LONGEST + " characters");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, as intended.
        }
    }
}
