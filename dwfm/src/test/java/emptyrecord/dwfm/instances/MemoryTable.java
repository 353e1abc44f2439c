package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import emptyrecord.dwfm.instances.TableException.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A table of instances that outlives its stores, and can be away, or take a write and lose the answer. */
public final class MemoryTable implements InstanceTable {

    private final Map<String, Stored> instances = new TreeMap<>();
    private final Map<String, Attempt> attempts = new TreeMap<>();
    private final Set<String> givenUp = new HashSet<>();
    private boolean stocked;
    private long reserved;
    private volatile boolean away;
    private volatile boolean losesAnswers;
    private volatile boolean delays;
    private volatile Runnable beforeWrites = () -> {};
    private volatile int writes;
    private final List<List<Change>> onTheirWay = new ArrayList<>();

    /** A store on this table, loaded, of one host with a hundred droplets of 64 slots in one zone. */
    public InstanceStore open() {
        return open(new PlacementIndex(new PlacementIndex.Shape(9, 100, 1, 64), new SplittableRandom(1)));
    }

    public InstanceStore open(PlacementIndex placement) {
        return open(placement, new InstanceStore.Bounds(2_000, 100_000));
    }

    public InstanceStore open(PlacementIndex placement, InstanceStore.Bounds bounds) {
        InstanceStore store = new InstanceStore(this, 1, bounds, new OpenSlots(placement));
        store.load(new StandingInstances(List::of, droplet -> "us-east-1a", Instant.EPOCH));
        return store;
    }

    /** Nothing reaches it. */
    public void away(boolean wanted) {
        away = wanted;
    }

    /** Writes arrive, answers do not; reads are not answered either. */
    void losesAnswers(boolean wanted) {
        losesAnswers = wanted;
    }

    /** The next write is not answered, and carried out by {@link #arrive}. */
    void delays() {
        delays = true;
    }

    /** Carries out the writes that were delayed; one whose rows are not as it knew them changes nothing. */
    synchronized void arrive() {
        onTheirWay.stream()
                .filter(write -> write.stream().allMatch(this::asKnown))
                .forEach(write -> write.forEach(this::apply));
        onTheirWay.clear();
    }

    /** Happens before each write from now on. */
    void beforeWrites(Runnable wanted) {
        beforeWrites = wanted;
    }

    int writes() {
        return writes;
    }

    public synchronized void put(Instance instance) {
        instances.put(instance.id(), new Stored(instance, 1));
        reserved = Math.max(reserved, instance.seq());
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts.values());
    }

    private void answer() {
        if (away) {
            throw new TableException(Effect.NONE, "DynamoDB cannot be resolved, ANSWER: 0");
        }
        if (losesAnswers) {
            throw new TableException(Effect.UNKNOWN, "DynamoDB does not answer");
        }
    }

    @Override
    public synchronized Contents load() {
        answer();
        return new Contents(List.copyOf(instances.values()), List.copyOf(attempts.values()), stocked);
    }

    @Override
    public synchronized Contents read(Collection<String> keys) {
        answer();
        return new Contents(
                instances.values().stream()
                        .filter(s -> keys.contains(s.instance().id()))
                        .toList(),
                attempts.values().stream().filter(a -> keys.contains(a.name())).toList(),
                stocked);
    }

    @Override
    public synchronized Map<String, Long> versions() {
        answer();
        Map<String, Long> versions = new HashMap<>();
        instances.forEach((id, stored) -> versions.put(id, stored.version()));
        return versions;
    }

    @Override
    public Map<String, Long> versions(Collection<String> ids) {
        Map<String, Long> versions = versions();
        versions.keySet().retainAll(ids);
        return versions;
    }

    @Override
    public synchronized long reserve(int count) {
        answer();
        reserved += count;
        return reserved;
    }

    @Override
    public void write(List<Change> changes) {
        beforeWrites.run();
        carryOut(changes);
    }

    private synchronized void carryOut(List<Change> changes) {
        if (away) {
            answer();
        }
        if (delays) {
            delays = false;
            onTheirWay.add(changes);
            throw new TableException(Effect.UNKNOWN, "DynamoDB does not answer");
        }
        List<Change> conflicting = new ArrayList<>(changes);
        conflicting.removeIf(this::asKnown);
        if (!conflicting.isEmpty()) {
            throw new TableException(Effect.CONFLICT, "another version of " + conflicting);
        }
        changes.forEach(this::apply);
        writes++;
        answer();
    }

    private boolean asKnown(Change change) {
        return switch (change) {
            case Change.Put put -> versionOf(put.key()) == put.known();
            case Change.Remove remove -> versionOf(remove.key()) == remove.known();
            case Change.Begin b -> true;
            case Change.Placed placed -> attempts.containsKey(placed.key()) && !givenUp.contains(placed.key());
            case Change.GiveUp giveUp -> attempts.containsKey(giveUp.key());
            case Change.Settle s -> true;
            case Change.Stock s -> true;
        };
    }

    private long versionOf(String id) {
        return instances.containsKey(id) ? instances.get(id).version() : 0;
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Put put -> instances.put(put.key(), new Stored(put.instance(), put.known() + 1));
            case Change.Remove remove -> instances.remove(remove.key());
            case Change.Begin begin -> attempts.put(begin.key(), begin.attempt());
            case Change.Placed placed -> attempts.remove(placed.key());
            case Change.GiveUp giveUp -> givenUp.add(giveUp.key());
            case Change.Settle settle -> attempts.remove(settle.key());
            case Change.Stock stock -> stocked = true;
        }
    }

    @Override
    public void close() {}

    /** New instances on given droplets, begun, as if those had started them. */
    static List<InstanceStore.Placed> on(InstanceStore store, List<DropletId> droplets) {
        List<InstanceStore.Placed> placed = new ArrayList<>();
        for (InstanceStore.Ticket ticket : store.tickets(droplets.size())) {
            DropletId droplet = droplets.get(placed.size());
            placed.add(new InstanceStore.Placed(ticket, Attempt.of(ticket.id(), droplet, ticket.seq())));
        }
        store.begin(placed.stream().map(InstanceStore.Placed::attempt).toList());
        return placed;
    }
}
