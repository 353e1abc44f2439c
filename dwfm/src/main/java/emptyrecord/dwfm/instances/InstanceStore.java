package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * All instances of the region, journaled before a change is answered. A request's instances are one line of the
 * journal, so a killed process leaves all of them or none, and a client token's answer is in the same line. News that
 * the Network Manager has not accepted yet is part of an instance's state, so it survives too.
 */
public final class InstanceStore implements AutoCloseable {

    /** Our choice. */
    private static final CompactionPolicy POLICY = new CompactionPolicy(2_000, 8);

    private final Journal<Line> journal;
    private final Compaction<Line> compaction;
    private final long seed;
    private final Bounds bounds;
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<String, Set<String>> byToken = new HashMap<>();
    private final Map<DropletId, Integer> room = new HashMap<>();
    private long text;
    private long lastTicket;
    private Optional<Instance> newest = Optional.empty();

    /** A line of the journal: instances that changed together, whole or not at all, even if the process is killed. */
    public record Line(List<Instance> instances) {
        public Line {
            instances = List.copyOf(instances);
        }
    }

    /**
     * Limits of the store, terminated instances included until they are forgotten.
     *
     * @param instances at most
     * @param text characters that tags, tokens and names of all instances take together, at most
     */
    public record Bounds(int instances, long text) {}

    /** @param seed of the ids; the same seed gives the same ids in the same order */
    public InstanceStore(Journal<Line> journal, long seed, Bounds bounds) {
        this.journal = journal;
        this.compaction = new Compaction<>(journal, POLICY, LiveState.of(instances::size, this::live));
        this.seed = seed;
        this.bounds = bounds;
        journal.replay(line -> line.instances().forEach(this::keep));
    }

    /** How many instances of that spec may be added now. */
    synchronized int roomFor(LaunchSpec spec) {
        long byText = (bounds.text() - text) / Math.max(1, length(spec.kind(), spec.token()));
        return (int) Math.max(0, Math.min(bounds.instances() - instances.size(), byText));
    }

    /** A new instance's id, which its droplet must know before the instance exists. One that is not used is skipped. */
    record Ticket(long seq, String id) {}

    /** @param droplet it was placed on */
    record Placed(Ticket ticket, DropletId droplet) {}

    synchronized List<Ticket> tickets(int count) {
        lastTicket = Math.max(lastTicket, newest.map(Instance::seq).orElse(0L));
        List<Ticket> tickets = new ArrayList<>();
        while (tickets.size() < count) {
            lastTicket++;
            tickets.add(new Ticket(lastTicket, id(lastTicket)));
        }
        return tickets;
    }

    /** A request was carried out: all of its instances are in the store, or none. */
    synchronized List<Instance> add(
            List<Placed> placed, Function<DropletId, String> zoneOf, LaunchSpec spec, Instant now) {
        String reservation = reservation(placed.getFirst().ticket().id());
        List<Instance> launched = new ArrayList<>();
        for (Placed each : placed) {
            Instance.Launch launch =
                    new Instance.Launch(reservation, spec.token(), placed.size(), launched.size(), now);
            launched.add(running(each, zoneOf.apply(each.droplet()), spec.kind(), launch));
        }
        write(launched);
        return launched;
    }

    /**
     * Puts customers' instances into an empty region that were running before its history begins. The Network Manager
     * is not told, because every zone knows them.
     */
    public synchronized void stock(List<DropletId> droplets, Function<DropletId, String> zoneOf, Instant now) {
        if (newest.isPresent()) {
            return;
        }
        LaunchSpec.Kind kind = new LaunchSpec.Kind(
                "ami-0000000000000lab", "m7i.large", Map.of("lab:class", "customer", "lab:stock", "true"));
        List<Instance> stock = new ArrayList<>();
        for (Ticket ticket : tickets(droplets.size())) {
            Placed each = new Placed(ticket, droplets.get(stock.size()));
            Instance.Launch launch =
                    new Instance.Launch(reservation(ticket.id()), LaunchSpec.ClientToken.NONE, 1, 0, now);
            stock.add(running(each, zoneOf.apply(each.droplet()), kind, launch).told(1));
        }
        write(stock);
    }

    private static Instance running(Placed placed, String zone, LaunchSpec.Kind kind, Instance.Launch launch) {
        return new Instance(
                placed.ticket().seq(),
                placed.ticket().id(),
                placed.droplet(),
                zone,
                Instance.State.RUNNING,
                kind,
                launch,
                Instance.Life.launched(launch.at()));
    }

    private void write(List<Instance> changed) {
        if (!changed.isEmpty()) {
            journal.append(new Line(changed));
            changed.forEach(this::keep);
        }
    }

    /** An instance before and after a change; the same if nothing had to be changed. */
    public record Changed(Instance before, Instance after) {

        boolean hasChanged() {
            return !before.equals(after);
        }
    }

    /** Changes an instance if it exists. */
    synchronized Optional<Changed> change(String id, UnaryOperator<Instance> change) {
        return instances.containsKey(id)
                ? Optional.of(changeAll(List.of(id), change).getFirst())
                : Optional.empty();
    }

    /**
     * Changes all of them, or none if one is unknown or {@code change} refuses one.
     *
     * @param ids each once
     * @throws Ec2Exception with InvalidInstanceID.NotFound, or of {@code change}
     */
    synchronized List<Changed> changeAll(List<String> ids, UnaryOperator<Instance> change) {
        List<Changed> all = known(ids).stream()
                .map(before -> new Changed(before, change.apply(before)))
                .toList();
        write(all.stream().filter(Changed::hasChanged).map(Changed::after).toList());
        return all;
    }

    /** The same for their kinds; also refused with InstanceLimitExceeded if their texts grow beyond the bound. */
    synchronized List<Changed> changeKinds(List<String> ids, Function<Instance, LaunchSpec.Kind> change) {
        List<Changed> all = known(ids).stream()
                .map(before -> new Changed(before, before.withKind(change.apply(before))))
                .toList();
        long grown = all.stream()
                .mapToLong(c -> c.after().kind().length() - c.before().kind().length())
                .sum();
        if (grown > 0 && text + grown > bounds.text()) {
            throw new Ec2Exception(
                    Ec2Error.INSTANCE_LIMIT_EXCEEDED,
                    "Tags and names of all instances may have " + bounds.text() + " characters; delete some.");
        }
        write(all.stream().filter(Changed::hasChanged).map(Changed::after).toList());
        return all;
    }

    /** @throws Ec2Exception with InvalidInstanceID.NotFound if one is unknown */
    synchronized List<Instance> known(List<String> ids) {
        List<String> unknown =
                ids.stream().filter(id -> !instances.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw Ec2Exception.unknown(unknown);
        }
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(instances.get(id)).stream())
                .toList();
    }

    public synchronized Optional<Instance> find(String id) {
        return Optional.ofNullable(instances.get(id));
    }

    /** In launch order. */
    public synchronized List<Instance> all() {
        return List.copyOf(instances.values());
    }

    /** The instances that the token launched and that are still known, in launch order. */
    synchronized List<Instance> launchedBy(LaunchSpec.ClientToken token) {
        return byToken.getOrDefault(token.value(), Set.of()).stream()
                .flatMap(id -> Optional.ofNullable(instances.get(id)).stream())
                .toList();
    }

    synchronized int on(DropletId droplet) {
        return room.getOrDefault(droplet, 0);
    }

    /** Forgets instances that were terminated longer ago than {@code kept} and whose end the Network Manager knows. */
    public synchronized void forget(Instant now, Duration kept) {
        for (Instance each : all()) {
            Instant end = each.life().endedAt();
            if (end != null
                    && each.life().told() == each.news()
                    && end.plus(kept).isBefore(now)) {
                write(List.of(each.with(Instance.State.FORGOTTEN, each.life())));
            }
        }
        compaction.runIfDue();
    }

    /** The newest launch stays in the file even if it is forgotten: the next id is counted from it. */
    private List<Line> live() {
        List<Instance> kept = new ArrayList<>(instances.values());
        newest.filter(n -> !instances.containsKey(n.id())).ifPresent(kept::add);
        return kept.stream().map(i -> new Line(List.of(i))).toList();
    }

    private void keep(Instance instance) {
        Instance before = instances.get(instance.id());
        int grown = (instance.state().placed() ? 1 : 0)
                - (before != null && before.state().placed() ? 1 : 0);
        if (grown != 0) {
            room.merge(instance.droplet(), grown, Integer::sum);
        }
        if (before != null) {
            text -= length(before.kind(), before.launch().token());
        }
        if (instance.state() == Instance.State.FORGOTTEN) {
            instances.remove(instance.id());
            forgetToken(instance);
        } else {
            text += length(instance.kind(), instance.launch().token());
            instances.put(instance.id(), instance);
            rememberToken(instance);
        }
        if (newest.isEmpty() || newest.get().seq() <= instance.seq()) {
            newest = Optional.of(instance);
        }
    }

    private void rememberToken(Instance instance) {
        if (!instance.launch().token().none()) {
            byToken.computeIfAbsent(instance.clientToken(), token -> new LinkedHashSet<>())
                    .add(instance.id());
        }
    }

    private void forgetToken(Instance instance) {
        byToken.computeIfPresent(instance.clientToken(), (token, ids) -> {
            ids.remove(instance.id());
            return ids.isEmpty() ? null : ids;
        });
    }

    private static int length(LaunchSpec.Kind kind, LaunchSpec.ClientToken token) {
        return kind.length() + token.value().length() + token.fingerprint().length();
    }

    private static String reservation(String firstId) {
        return "r-" + firstId.substring(2);
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
