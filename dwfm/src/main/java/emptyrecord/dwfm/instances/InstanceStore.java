package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.DropletId;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * All instances of the region, journaled before anybody hears of a change. News for the Network Manager that were not
 * accepted yet are part of an instance's state, so they survive with it.
 */
public final class InstanceStore implements AutoCloseable {

    /** Our choice. */
    private static final CompactionPolicy COMPACTION = new CompactionPolicy(2_000, 8);

    private final Journal<Instance> journal;
    private final long seed;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<DropletId, Integer> room = new HashMap<>();
    private Optional<Instance> newest = Optional.empty();

    /** @param seed of the ids; the same seed gives the same ids in the same order */
    public InstanceStore(Journal<Instance> journal, long seed) {
        this.journal = journal;
        this.seed = seed;
        journal.replay(this::keep);
    }

    /** A launch was carried out. */
    synchronized Instance add(DropletId droplet, String zone, LaunchSpec spec, int index, Instant now) {
        long seq = newest.map(Instance::seq).orElse(0L) + 1;
        Instance instance = new Instance(
                seq,
                id(seq),
                droplet,
                zone,
                Instance.State.RUNNING,
                spec.kind(),
                spec.clientToken(),
                index,
                now,
                null,
                false,
                false);
        journal.append(instance);
        keep(instance);
        return instance;
    }

    /**
     * Puts customers' instances into an empty region that were running before its history begins; the Network Manager is
     * not told, since every zone knows them.
     */
    public synchronized void stock(List<DropletId> droplets, Function<DropletId, String> zoneOf, Instant now) {
        if (newest.isPresent()) {
            return;
        }
        LaunchSpec.Kind kind = new LaunchSpec.Kind(
                "ami-0000000000000lab", "m7i.large", Map.of("lab:class", "customer", "lab:stock", "true"));
        for (DropletId droplet : droplets) {
            long seq = newest.map(Instance::seq).orElse(0L) + 1;
            Instance instance = new Instance(
                    seq,
                    id(seq),
                    droplet,
                    zoneOf.apply(droplet),
                    Instance.State.RUNNING,
                    kind,
                    "",
                    0,
                    now,
                    null,
                    true,
                    false);
            journal.append(instance);
            keep(instance);
        }
    }

    /** Changes an instance if it exists; gives the new state. */
    synchronized Optional<Instance> change(String id, UnaryOperator<Instance> change) {
        Instance before = instances.get(id);
        if (before == null) {
            return Optional.empty();
        }
        Instance after = change.apply(before);
        if (!after.equals(before)) {
            journal.append(after);
            keep(after);
        }
        return Optional.of(after);
    }

    public synchronized Optional<Instance> find(String id) {
        return Optional.ofNullable(instances.get(id));
    }

    /** In the order of their launches. */
    public synchronized List<Instance> all() {
        return List.copyOf(instances.values());
    }

    synchronized List<Instance> launchedBy(String clientToken) {
        return instances.values().stream()
                .filter(i -> i.clientToken().equals(clientToken))
                .toList();
    }

    synchronized int on(DropletId droplet) {
        return room.getOrDefault(droplet, 0);
    }

    /** Forgets instances that were terminated longer ago than {@code kept} and of which the Network Manager knows. */
    public synchronized void forget(Instant now, Duration kept) {
        for (Instance each : all()) {
            Instant end = each.terminatedAt();
            if (end != null && each.terminationTold() && end.plus(kept).isBefore(now)) {
                Instance mark = each.with(Instance.State.FORGOTTEN, end);
                journal.append(mark);
                keep(mark);
            }
        }
        journal.compactIfDue(COMPACTION, instances::size, this::live);
    }

    /** The newest launch stays on file even if it is forgotten: the next id is counted from it. */
    private List<Instance> live() {
        List<Instance> kept = new ArrayList<>(instances.values());
        newest.filter(n -> !instances.containsKey(n.id())).ifPresent(kept::add);
        return kept;
    }

    private void keep(Instance instance) {
        Instance before = instances.get(instance.id());
        int grown = (instance.alive() ? 1 : 0) - (before != null && before.alive() ? 1 : 0);
        if (grown != 0) {
            room.merge(instance.droplet(), grown, Integer::sum);
        }
        if (instance.state() == Instance.State.FORGOTTEN) {
            instances.remove(instance.id());
        } else {
            instances.put(instance.id(), instance);
        }
        if (newest.isEmpty() || newest.get().seq() <= instance.seq()) {
            newest = Optional.of(instance);
        }
    }

    /** {@code i-} and 17 hexadecimal digits, as EC2's; a different number of launches gives a different id. */
    private String id(long seq) {
        for (long salt = seed; ; salt++) {
            SplittableRandom random = new SplittableRandom(salt * 0x9E3779B97F4A7C15L + seq);
            String id = "i-0%016x".formatted(random.nextLong());
            if (!instances.containsKey(id)) {
                return id;
            }
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
