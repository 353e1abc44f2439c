package emptyrecord.nlb.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances that play the nodes now, and the targets, for the connections to find their way. */
public final class Places {

    private final Map<String, String> nodes = new ConcurrentHashMap<>();
    private final Map<String, List<String>> targets = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    public void node(String node, Optional<String> instanceId) {
        instanceId.ifPresentOrElse(id -> nodes.put(node, id), () -> nodes.remove(node));
    }

    public void target(String zone, String instanceId) {
        targets.computeIfAbsent(zone, z -> new CopyOnWriteArrayList<>()).add(instanceId);
    }

    Optional<String> instanceOf(String node) {
        return Optional.ofNullable(nodes.get(node));
    }

    /** A target in rotation, of this zone if it has any. */
    Optional<String> targetFor(String zone) {
        List<String> own = targets.getOrDefault(zone, List.of());
        List<String> all =
                own.isEmpty() ? targets.values().stream().flatMap(List::stream).toList() : own;
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(Math.floorMod(turn.getAndIncrement(), all.size())));
    }
}
