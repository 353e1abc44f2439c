package emptyrecord.network.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known instances, oldest first. Ended ones are forgotten a while after the zones know. */
final class Instances {

    private final List<Az> zones;
    private final Duration forgetAfter;
    private final Map<InstanceId, Instance> known = new LinkedHashMap<>();
    private final Deque<Settled> ended = new ArrayDeque<>();

    Instances(List<Az> zones, Duration forgetAfter) {
        this.zones = zones;
        this.forgetAfter = forgetAfter;
    }

    Optional<Instance> find(InstanceId id) {
        return Optional.ofNullable(known.get(id));
    }

    Collection<Instance> all() {
        return Collections.unmodifiableCollection(known.values());
    }

    void accept(NetworkChange change) {
        switch (change.change()) {
            case LAUNCHED -> {
                if (isNews(change)) {
                    know(new Instance(change));
                }
            }
            case TERMINATED -> {
                if (isNews(change)) {
                    know(Instance.standing(change, zones));
                }
                placed(change).ifPresent(instance -> instance.terminate(change));
            }
        }
    }

    void settle(Settled settled) {
        placed(settled.change()).ifPresent(instance -> {
            instance.settle(settled);
            if (isOver(instance)) {
                ended.addLast(settled);
            }
        });
    }

    /** Forgets instances that ended long enough ago; returns how many. */
    int forget(Instant now) {
        int forgotten = 0;
        Instant until = now.minus(forgetAfter);
        for (Settled s = ended.peekFirst(); s != null && s.at().isBefore(until); s = ended.peekFirst()) {
            ended.removeFirst();
            if (placed(s.change()).isPresent()) {
                known.remove(s.change().instance());
                forgotten++;
            }
        }
        return forgotten;
    }

    /** The instance, if it is still where this change left it. */
    private Optional<Instance> placed(NetworkChange change) {
        return find(change.instance()).filter(i -> i.placement() == change.placement());
    }

    private boolean isNews(NetworkChange change) {
        return find(change.instance())
                .filter(i -> i.placement() >= change.placement())
                .isEmpty();
    }

    /** A started instance counts as the newest. */
    private void know(Instance instance) {
        known.remove(instance.id());
        known.put(instance.id(), instance);
    }

    private boolean isOver(Instance instance) {
        return zones.stream()
                .allMatch(z -> instance.isSettled(Change.LAUNCHED, z) && instance.isSettled(Change.TERMINATED, z));
    }
}
