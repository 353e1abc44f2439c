package emptyrecord.kit.limits;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Connections whose next request is always there already, and whose answers are always taken. */
public final class Hogs implements AutoCloseable {

    private static final int REPEATS = 64;
    private static final int CHUNK_BYTES = 64 << 10;

    private final AtomicLong taken = new AtomicLong();
    private final Queue<IOException> ended = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private volatile boolean over;

    /**
     * @param first what each sends once, and whose answer it waits for; may be nothing
     * @param again what it sends from then on, without end
     */
    public Hogs(int count, InetSocketAddress server, String first, byte[] again) throws IOException {
        byte[] many = new byte[again.length * REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            System.arraycopy(again, 0, many, i * again.length, again.length);
        }
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            sockets.add(socket);
            CountDownLatch open = new CountDownLatch(first.isEmpty() ? 0 : 1);
            socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
            Thread.ofPlatform().daemon().start(() -> ask(socket, open, many));
            Thread.ofPlatform().daemon().start(() -> read(socket, open));
        }
    }

    /** Bytes of answers so far. */
    public long taken() {
        return taken.get();
    }

    /** Why connections ended, those that did. */
    public List<IOException> ended() {
        return List.copyOf(ended);
    }

    private void ask(Socket socket, CountDownLatch open, byte[] many) {
        try {
            open.await();
            while (true) {
                socket.getOutputStream().write(many);
            }
        } catch (IOException e) {
            lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Socket socket, CountDownLatch open) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            InputStream in = socket.getInputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                open.countDown();
                taken.addAndGet(count);
            }
            lost(new IOException("the server closed the connection"));
        } catch (IOException e) {
            lost(e);
        }
    }

    private void lost(IOException why) {
        if (!over) {
            ended.add(why);
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
