package emptyrecord.network.fabric;

import emptyrecord.network.core.Az;
import emptyrecord.network.core.Change;
import emptyrecord.network.core.InstanceId;
import emptyrecord.network.core.Settled;
import emptyrecord.network.propagation.NetworkListener;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answered connections, each by the instance that keeps it alive, as seen from the zone at the other end. When that
 * zone receives the instance's end, the connection is closed. Until then it stays open (our choice).
 */
public final class OpenConnections implements NetworkListener {

    /** An instance as a zone knows it. */
    record Lifeline(InstanceId instance, Az seenFrom) {}

    private static final Logger log = LoggerFactory.getLogger(OpenConnections.class);

    private final Map<Lifeline, Set<Socket>> open = new ConcurrentHashMap<>();

    void add(List<Lifeline> lifelines, Socket socket) {
        lifelines.forEach(l -> open.compute(l, (k, old) -> {
            Set<Socket> sockets = old == null ? ConcurrentHashMap.newKeySet() : old;
            sockets.add(socket);
            return sockets;
        }));
    }

    void remove(List<Lifeline> lifelines, Socket socket) {
        lifelines.forEach(l -> open.computeIfPresent(l, (k, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        }));
    }

    @Override
    public void settled(Settled settled) {
        if (settled.change().change() == Change.TERMINATED) {
            Set<Socket> dead = open.remove(new Lifeline(settled.change().instance(), settled.zone()));
            if (dead != null) {
                dead.forEach(OpenConnections::close);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.atTrace().log("connection was ended already: {}", e.getMessage());
        }
    }
}
