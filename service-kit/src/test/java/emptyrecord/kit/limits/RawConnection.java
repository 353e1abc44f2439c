package emptyrecord.kit.limits;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that sends what no client library would. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** All that comes until the other end closes; what was lost to a reset stays lost. */
    String readAll() throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.append((char) next);
            }
        } catch (SocketException reset) {
            read.append("[reset]");
        }
        return read.toString();
    }

    /** The head of one answer, or what comes until the other end closes. */
    String readHead() throws IOException {
        return readUntil("\r\n\r\n");
    }

    String readUntil(String end) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Sends a byte again and again until the other end has closed. */
    String drip(String piece, long everyMillis) throws Exception {
        Thread dripping = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    send(piece);
                    Thread.sleep(everyMillis);
                }
            } catch (IOException | InterruptedException done) {
                // The other end has closed, or the test has what it wants.
            }
        });
        try {
            return readAll();
        } finally {
            dripping.interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
