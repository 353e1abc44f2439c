package emptyrecord.control.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A node of the load balancer: answers OK, resets at once, or says nothing. */
public final class NodeDouble implements AutoCloseable {

    /** What it does with a connection. */
    public enum Mood {
        CARRIES,
        RESETS,
        IS_SILENT
    }

    private final ServerSocket listener;
    private volatile Mood mood = Mood.CARRIES;
    private volatile double share = 1;
    private double owed;

    public NodeDouble() {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void mood(Mood wanted) {
        mood = wanted;
    }

    /** Only this share of the connections is carried, evenly spread; the others are reset. */
    public void carries(double wanted) {
        share = wanted;
    }

    private synchronized boolean carriesThis() {
        owed += share;
        if (owed < 1) {
            return false;
        }
        owed -= 1;
        return true;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (mood == Mood.RESETS || !carriesThis()) {
                socket.setSoLinger(true, 0);
                return;
            }
            while (socket.getInputStream().read() >= 0) {
                if (mood == Mood.CARRIES) {
                    socket.getOutputStream().write("OK i-1\n".getBytes(StandardCharsets.US_ASCII));
                    return;
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
