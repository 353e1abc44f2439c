package emptyrecord.nlb.client;

import emptyrecord.kit.limits.Turns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One customer's connection through a node: opens a way through the fabric to a target and pipes bytes both ways. While
 * nothing answers it hangs, as it did for the customers, until the customer gives up or the idle time is over.
 */
final class CustomerConnection {

    private static final int CONNECT_MILLIS = 1000;
    private static final int CHUNK_BYTES = 4096;

    private final Socket customer;
    private final InetSocketAddress fabricAddress;
    private final long idleNanos;
    private final Consumer<ConnectionOutcome> counted;
    private volatile long lastByte = System.nanoTime();

    CustomerConnection(
            Socket customer, InetSocketAddress fabricAddress, Duration idle, Consumer<ConnectionOutcome> counted) {
        this.customer = customer;
        this.fabricAddress = fabricAddress;
        this.idleNanos = idle.toNanos();
        this.counted = counted;
    }

    /** Serves the connection to its end; without a route (the node's instance is dead) nothing answers. */
    void run(Optional<FabricRoute> route) {
        boolean carried = false;
        try (customer) {
            customer.setTcpNoDelay(true);
            customer.setSoTimeout(idleMillis());
            carried = route.isPresent() ? through(route.get()) : hang();
        } catch (IOException e) {
            // Either side closed it; the outcome is counted below.
        }
        if (!carried) {
            counted.accept(ConnectionOutcome.NO_PATH);
        }
    }

    private boolean hang() throws IOException {
        pump(customer.getInputStream(), OutputStream.nullOutputStream());
        return false;
    }

    private boolean through(FabricRoute route) throws IOException {
        try (Socket fabric = new Socket()) {
            fabric.setTcpNoDelay(true);
            fabric.connect(fabricAddress, CONNECT_MILLIS);
            fabric.setSoTimeout(idleMillis());
            FabricHandshake.request(fabric, route);
            HeldBytes held = new HeldBytes(fabric.getOutputStream());
            Thread.startVirtualThread(() -> upstream(fabric, held));
            if (!FabricHandshake.established(fabric.getInputStream())) {
                return false;
            }
            counted.accept(ConnectionOutcome.CARRIED);
            downstream(fabric, held);
            return true;
        }
    }

    /** From here on the connection counts as carried, so its end is normal. */
    private void downstream(Socket fabric, HeldBytes held) {
        try {
            held.release();
            pump(fabric.getInputStream(), customer.getOutputStream());
        } catch (IOException e) {
            // One side closed; both are closed by their owners.
        }
    }

    private void upstream(Socket fabric, HeldBytes held) {
        try {
            pump(customer.getInputStream(), held);
            if (held.released()) {
                fabric.shutdownOutput();
            } else {
                fabric.close();
            }
        } catch (IOException e) {
            closeQuietly(fabric);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, as intended.
        }
    }

    /** Copies until the end of the stream, or until no byte has flowed either way for the idle time. */
    private void pump(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        while (true) {
            try {
                int count = in.read(chunk);
                if (count < 0) {
                    return;
                }
                lastByte = System.nanoTime();
                out.write(chunk, 0, count);
                Turns.pass();
            } catch (SocketTimeoutException e) {
                if (System.nanoTime() - lastByte >= idleNanos) {
                    throw e;
                }
            }
        }
    }

    private int idleMillis() {
        return (int) Math.max(1, idleNanos / 1_000_000);
    }
}
