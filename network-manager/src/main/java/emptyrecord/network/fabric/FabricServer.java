package emptyrecord.network.fabric;

import emptyrecord.kit.trace.Tracing;
import emptyrecord.network.propagation.NetworkManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The VPC fabric on TCP: every connection to an instance goes through it, one virtual thread each. Plain sockets with
 * small buffers: this is the busiest path of the lab.
 */
public final class FabricServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final int RECEIVE_BUFFER_BYTES = 4096;
    /** Real pause after a failed accept (no file descriptor left), so that the failure does not use all CPU. */
    private static final long PAUSE_MILLIS = 100;

    private static final Logger log = LoggerFactory.getLogger(FabricServer.class);

    private final FabricSettings settings;
    private final NetworkManager manager;
    private final OpenConnections answered;
    private final Consumer<FabricOutcome> outcomes;
    private final Tracing tracing;
    private final CallReader reader;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @throws IllegalStateException if it cannot listen, with advice */
    public FabricServer(
            FabricSettings settings,
            NetworkManager manager,
            OpenConnections answered,
            Consumer<FabricOutcome> outcomes,
            Tracing tracing) {
        this.tracing = tracing;
        this.settings = settings;
        this.manager = manager;
        this.answered = answered;
        this.outcomes = outcomes;
        this.reader = new CallReader(manager.ask(n -> n.zones()), settings.headBytesMax());
        this.server = listen(settings);
    }

    public void start() {
        Thread.ofPlatform().daemon().name("fabric-accept").start(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections that are open now, silent ones included. */
    public int openNow() {
        return open.size();
    }

    private static ServerSocket listen(FabricSettings settings) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            server.bind(settings.address(), BACKLOG);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen on " + settings.address() + " (" + e.getMessage()
                            + "); stop what listens there, or set network.fabric to another host:port",
                    e);
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    log.atWarn().log("the fabric cannot accept a connection: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        if (open.size() >= settings.openMax()) {
            outcomes.accept(FabricOutcome.REFUSED);
            socket.setSoLinger(true, 0);
            socket.close();
            return;
        }
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
    }

    private void serve(Socket socket) {
        try (socket) {
            new Conversation(socket, manager, answered, settings, outcomes, tracing).hold(reader);
        } catch (IOException e) {
            // the caller gave up, the time ran out, or the instance ended: each is an ordinary end of a connection
            log.atTrace().log("connection ended: {}", e.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
