package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.InstanceTable.Contents;
import emptyrecord.dwfm.instances.InstanceTable.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All instances of the region. They are in the table, and nowhere else: a request reads there, and a change is made there
 * before it is answered. So the front end can do nothing while it has no connection to the table and its name is empty.
 * A request's instances are in the table together or not at all, even after {@code kill -9}, and a client token's answer
 * with them. So is news that the Network Manager has not accepted yet, and what droplets may run that EC2 does not know.
 *
 * <p>Methods that read or write throw {@link Ec2Exception} with InternalError when the table cannot be used.
 */
public final class InstanceStore implements AutoCloseable {

    /** Instances that are forgotten in one transaction (our choice). */
    private static final int FORGOTTEN_MAX = 50;

    private final InstanceTable table;
    private final KnownInstances known;
    private final TableWriter writer;
    private final InstanceRows rows;
    private final InstanceIds ids;
    private final Bounds bounds;

    /**
     * Limits of the store, terminated instances included until they are forgotten.
     *
     * @param instances at most
     * @param text characters that tags, tokens and names of all instances take together, at most
     */
    public record Bounds(int instances, long text) {

        private int roomFor(LaunchSpec spec, KnownInstances known) {
            long each = Math.max(1, KnownInstances.length(spec.kind(), spec.token()));
            return (int) Math.max(0, Math.min(instances - known.count(), (text - known.text()) / each));
        }
    }

    /** @param seed of the ids; the same seed gives the same ids in the same order */
    public InstanceStore(InstanceTable table, long seed, Bounds bounds, OpenSlots placement) {
        this.table = table;
        this.known = new KnownInstances(placement);
        this.writer = new TableWriter(table, known);
        this.rows = new InstanceRows(table, known);
        this.ids = new InstanceIds(seed);
        this.bounds = bounds;
    }

    void watch(StoreWatcher watcher) {
        writer.watch(watcher);
    }

    /** Reads the table for the first time; until that has succeeded every request is refused. A new region gets these. */
    public void load(StandingInstances standing) {
        writer.load(() -> {
            Contents contents = table.load();
            if (!contents.stocked()) {
                table.write(standing.changes(this::numbered));
                contents = table.load();
            }
            writer.refuseLate(contents.attempts());
            known.load(contents);
        });
    }

    boolean loaded() {
        return writer.loaded();
    }

    /** How many instances of that spec may be added now. */
    int roomFor(LaunchSpec spec) {
        return bounds.roomFor(spec, known);
    }

    /** A new instance's id, which its droplet must know before the instance exists. One that is not used is skipped. */
    record Ticket(long seq, String id) {

        /** EC2's id of the request, if this is its first instance. */
        String reservation() {
            return "r-" + id.substring(2);
        }
    }

    /** An attempt that its droplet has carried out. */
    record Placed(Ticket ticket, Attempt attempt) {}

    /** New ids, reserved in the table. */
    List<Ticket> tickets(int count) {
        return writer.reading(() -> numbered(count));
    }

    private List<Ticket> numbered(int count) {
        long last = table.reserve(count);
        return Stream.iterate(last - count + 1, seq -> seq <= last, seq -> seq + 1)
                .map(seq -> new Ticket(seq, ids.id(seq, id -> known.find(id).isPresent())))
                .toList();
    }

    /** To be called before the droplets hear of them. Their slots are taken already. */
    void begin(List<Attempt> attempts) {
        var unused = writer.inTurn(
                () -> written(attempts.stream().<Change>map(Change.Begin::new).toList()));
    }

    /**
     * Nobody wants what the attempt may have put on its droplet.
     *
     * @return false if that has been said, or is settled, or if the table may have it as an instance: then its end follows
     *     when that is known
     */
    boolean giveUp(Attempt attempt) {
        return !writer.inDoubt(attempt.name()) && known.giveUp(attempt.name());
    }

    boolean isOpen(Attempt attempt) {
        return known.isOpen(attempt.name());
    }

    /** Nothing of the attempt is on its droplet. */
    void settle(String attempt) {
        if (known.isOpen(attempt)) {
            var unused = writer.inTurn(() -> written(List.of(new Change.Settle(attempt))));
        }
    }

    /** What earlier processes left, and what callers of this one have begun. */
    List<Attempt> attempts() {
        return known.attempts();
    }

    /** What the table had when it was first read. */
    List<Attempt> inherited() {
        return known.inherited();
    }

    /** A request was carried out: all of its instances are in the table, or none. */
    List<Instance> add(List<Placed> placed, Function<DropletId, String> zoneOf, LaunchSpec spec, Instant now) {
        String reservation = placed.getFirst().ticket().reservation();
        List<Instance> launched = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Placed each : placed) {
            Instance.Launch launch =
                    new Instance.Launch(reservation, spec.token(), placed.size(), launched.size(), now);
            DropletId droplet = each.attempt().droplet();
            Instance instance = Instance.running(each.ticket(), droplet, zoneOf.apply(droplet), spec.kind(), launch);
            launched.add(instance);
            changes.add(new Change.Put(instance, 0));
            changes.add(new Change.Placed(each.attempt().name()));
        }
        return writer.inTurn(() -> {
            writer.write(changes);
            return launched;
        });
    }

    /** An instance before and after a change; the same if nothing had to be changed. */
    public record Changed(Instance before, Instance after) {

        boolean hasChanged() {
            return !before.equals(after);
        }
    }

    /** Changes an instance if it exists. For the service itself: it knows the row, and need not read it. */
    Optional<Changed> change(String id, UnaryOperator<Instance> change) {
        return writer.inTurn(() -> known.find(id).map(before -> {
            Changed changed = new Changed(before, change.apply(before));
            writer.write(puts(List.of(changed)));
            return changed;
        }));
    }

    /**
     * Changes all of them, or none if one is unknown or {@code change} refuses one. What an earlier write has changed after
     * all, later than anybody waited for it, is learnt here, and followed.
     *
     * @param ids each once
     * @throws Ec2Exception with InvalidInstanceID.NotFound, or of {@code change}
     */
    List<Changed> changeAll(List<String> ids, UnaryOperator<Instance> change) {
        return changeAll(ids, change, List.of());
    }

    /** @param carriedOut attempts that have put some of them on a droplet */
    List<Changed> changeAll(List<String> ids, UnaryOperator<Instance> change, List<Attempt> carriedOut) {
        return writer.inTurn(() -> {
            List<Changed> all = rows.named(ids, writer::learn).stream()
                    .map(before -> new Changed(before, change.apply(before)))
                    .toList();
            List<Change> changes = new ArrayList<>(puts(all));
            carriedOut.forEach(attempt -> changes.add(new Change.Placed(attempt.name())));
            writer.write(changes);
            return all;
        });
    }

    /** The same for their kinds; also refused with InstanceLimitExceeded if their texts grow beyond the bound. */
    List<Changed> changeKinds(List<String> ids, Function<Instance, LaunchSpec.Kind> change) {
        return writer.inTurn(() -> {
            List<Changed> all = rows.named(ids, writer::learn).stream()
                    .map(before -> new Changed(before, before.withKind(change.apply(before))))
                    .toList();
            long grown = all.stream()
                    .mapToLong(
                            c -> c.after().kind().length() - c.before().kind().length())
                    .sum();
            if (grown > 0 && known.text() + grown > bounds.text()) {
                throw new Ec2Exception(
                        Ec2Error.INSTANCE_LIMIT_EXCEEDED,
                        "Tags and names of all instances may have " + bounds.text() + " characters; delete some.");
            }
            writer.write(puts(all));
            return all;
        });
    }

    private boolean written(List<Change> changes) {
        writer.write(changes);
        return true;
    }

    private List<Change> puts(List<Changed> all) {
        return all.stream()
                .filter(Changed::hasChanged)
                .<Change>map(
                        c -> new Change.Put(c.after(), known.version(c.after().id())))
                .toList();
    }

    /** @throws Ec2Exception with InvalidInstanceID.NotFound if one is unknown */
    List<Instance> known(List<String> wanted) {
        return writer.reading(() -> rows.named(wanted));
    }

    public Optional<Instance> find(String id) {
        return writer.reading(() -> rows.existing(List.of(id)).stream().findFirst());
    }

    /** In launch order. */
    public List<Instance> all() {
        return writer.reading(rows::all);
    }

    /** As this process knows them: for its own work, not for an answer. */
    List<Instance> remembered() {
        return known.all();
    }

    Optional<Instance> remembered(String id) {
        return known.find(id);
    }

    /** The instances that the token launched and that are still known, in launch order. */
    List<Instance> launchedBy(LaunchSpec.ClientToken token) {
        return writer.reading(() -> {
            List<String> launched = known.launchedBy(token);
            List<Stored> unknown = new ArrayList<>();
            List<Instance> found = launched.isEmpty() ? List.of() : rows.existing(launched, unknown::add);
            return unknown.isEmpty() ? found : writer.inTurn(() -> rows.existing(launched, writer::learn));
        });
    }

    /** Forgets instances that were terminated longer ago than {@code kept} and whose end the Network Manager knows. */
    void forget(Instant now, Duration kept) {
        List<Change> forgotten = known.over(now.minus(kept), FORGOTTEN_MAX);
        if (!forgotten.isEmpty()) {
            var unused = writer.inTurn(() -> written(forgotten));
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
