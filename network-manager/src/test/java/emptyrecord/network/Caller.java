package emptyrecord.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that opens a connection through the fabric. */
final class Caller implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    /** Long enough for an answer to arrive on a loaded machine, were there one. */
    private static final int SILENCE_MILLIS = 500;

    private final Socket socket;

    Caller(int fabricPort) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), fabricPort);
        socket.setTcpNoDelay(true);
    }

    static Caller connecting(int fabricPort, String target, String headers) throws IOException {
        Caller caller = new Caller(fabricPort);
        caller.send("CONNECT " + target + ":80 HTTP/1.1\r\n" + headers + "\r\n");
        return caller;
    }

    static Caller from(int fabricPort, String az, String target) throws IOException {
        return connecting(fabricPort, target, "X-From-Az: " + az + "\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next line, without its end; "" also for the end of the stream. */
    String line() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        StringBuilder line = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    boolean isEnded() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket.getInputStream().read() < 0;
    }

    /** Open, and not a byte came. */
    boolean isSilent() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    /** Not a byte came, whether the connection is still open or was closed by now. */
    boolean hearsNothing() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
