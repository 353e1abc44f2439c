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
            case LAUNCHED -> known.putIfAbsent(change.instance(), new Instance(change));
            case TERMINATED ->
                known.computeIfAbsent(change.instance(), id -> Instance.standing(change, zones))
                        .terminate(change);
        }
    }

    void settle(Settled settled) {
        find(settled.change().instance()).ifPresent(instance -> {
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
            known.remove(s.change().instance());
            forgotten++;
        }
        return forgotten;
    }

    private boolean isOver(Instance instance) {
        return zones.stream()
                .allMatch(z -> instance.isSettled(Change.LAUNCHED, z) && instance.isSettled(Change.TERMINATED, z));
    }
}
