package emptyrecord.dynamo.web.http;

import emptyrecord.dynamo.balancer.LoadBalancer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;

/** The listeners of all load balancers, and the watch that closes overdue connections. */
public final class Listeners implements AutoCloseable {

    /** Real time between checks of the connections. */
    private static final long WATCH_MILLIS = 250;

    private final Map<LoadBalancer, Listener> listeners = new LinkedHashMap<>();
    private final Connections connections;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("connection-watch").factory());

    public Listeners(Connections connections) {
        this.connections = connections;
        watch.scheduleWithFixedDelay(connections::endOverdue, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Binds one listener; call once for each load balancer. */
    public void listen(LoadBalancer balancer, int port, HttpServerRequestHandler handler) {
        try {
            listeners.put(balancer, new Listener(balancer, port, handler, connections));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(
                    "load balancer " + balancer.name() + " cannot listen on " + balancer.address() + ":" + port
                            + "; is the port in use, or does this machine lack the loopback address?",
                    e);
        }
    }

    public List<LoadBalancer> balancers() {
        return new ArrayList<>(listeners.keySet());
    }

    /** The actual address of a load balancer. */
    public InetSocketAddress addressOf(LoadBalancer balancer) {
        return Objects.requireNonNull(listeners.get(balancer)).address();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        for (Listener listener : listeners.values()) {
            try {
                listener.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        connections.all().forEach(ClientConnection::end);
    }
}
