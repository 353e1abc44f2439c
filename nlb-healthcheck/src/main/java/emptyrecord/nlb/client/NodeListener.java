package emptyrecord.nlb.client;

import emptyrecord.kit.kernel.TokenBucket;
import emptyrecord.nlb.core.NodeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's listener for customers: accepts their connections, resets those that it cannot carry, and gives the others
 * to a {@link CustomerConnection} on a virtual thread. It listens whatever its instance does; a dead one just never
 * answers.
 */
final class NodeListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NodeListener.class);
    private static final int BACKLOG = 64;

    private final NodeSpec node;
    private final NodeFront.Limits limits;
    private final Places places;
    private final TokenBucket tokens;
    private final InstantSource clock;
    private final Consumer<ConnectionOutcome> counted;
    private final AtomicInteger open = new AtomicInteger();
    private final ServerSocket server;

    NodeListener(
            NodeSpec node,
            NodeFront.Limits limits,
            Places places,
            InstantSource clock,
            Consumer<ConnectionOutcome> counted) {
        this.node = node;
        this.limits = limits;
        this.places = places;
        this.clock = clock;
        this.counted = counted;
        this.tokens = limits.newBucket(clock.instant());
        this.server = bind();
        Thread.ofPlatform().daemon().name(node.name()).start(this::accept);
    }

    int open() {
        return open.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("closing {}", node.name());
        }
    }

    private ServerSocket bind() {
        try {
            return new ServerSocket(limits.port(), BACKLOG, InetAddress.ofLiteral(node.address()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + node.address() + ":" + limits.port()
                            + "; is another nlb-healthcheck running? Set nlb.node-address or nlb.node-port",
                    e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    log.atWarn().setCause(e).log("{} could not accept", node.name());
                }
            }
        }
    }

    private void admit(Socket customer) throws IOException {
        if (!tokens.tryTake(1, clock.instant())) {
            refuse(customer, ConnectionOutcome.NO_CAPACITY);
        } else if (open.get() >= limits.openMax()) {
            refuse(customer, ConnectionOutcome.TOO_MANY_OPEN);
        } else {
            open.incrementAndGet();
            Thread.startVirtualThread(() -> serve(customer));
        }
    }

    private void serve(Socket customer) {
        try {
            Optional<String> instance = places.instanceOf(node.name());
            Optional<String> target = places.targetFor(node.zone());
            if (target.isEmpty()) {
                refuse(customer, ConnectionOutcome.NO_TARGET);
                return;
            }
            Optional<FabricRoute> route = instance.map(from -> new FabricRoute(node.zone(), from, target.get()));
            new CustomerConnection(customer, limits.fabric(), limits.idle(), counted).run(route);
        } finally {
            open.decrementAndGet();
        }
    }

    private void refuse(Socket customer, ConnectionOutcome outcome) {
        counted.accept(outcome);
        try (customer) {
            customer.setSoLinger(true, 0);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("resetting a connection of {}", node.name());
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }
}
