package emptyrecord.network.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Network Manager's state machine: a change becomes one task in every zone's queue. An instance can be reached from
 * a zone once that zone's pushers have processed its launch; until then it runs without connectivity (F60). Only
 * {@link #advance} moves time. Not thread-safe.
 */
public final class Network {

    private final NetworkRules rules;
    private final List<Az> zones;
    private final Instances instances;
    private final List<ZoneQueue> queues;
    private final List<Settled> news = new ArrayList<>();
    private Instant now;
    private long lastNumber;
    private final int workersAtStart;
    private int workers;

    public Network(NetworkRules rules, Instant start) {
        this.rules = rules;
        this.zones = rules.zones().stream().map(ZoneRules::zone).toList();
        this.instances = new Instances(zones, rules.forgetAfter());
        this.workersAtStart = rules.workersPerZone();
        this.workers = workersAtStart;
        this.queues = rules.zones().stream()
                .map(z -> new ZoneQueue(z, instances, news::add, workers))
                .toList();
        this.now = start;
    }

    public List<Az> zones() {
        return zones;
    }

    // ---- events before a restart

    /** Reads a line of the memory, oldest first; {@link #resume} follows. A time in the future counts as now. */
    public void restore(LedgerLine written) {
        LedgerLine line = written.notAfter(now);
        InstanceId id = new InstanceId(line.instance());
        lastNumber = Math.max(lastNumber, line.number());
        if (line.kind() == LedgerLine.Kind.ACCEPTED) {
            instances.accept(new NetworkChange(
                    line.number(), id, new Az(line.az()), line.change(), line.placement(), line.at()));
        } else {
            instances
                    .find(id)
                    .flatMap(i -> changes(i).filter(c -> isOf(line, c)).findFirst())
                    .ifPresent(c -> instances.settle(restored(line, c)));
        }
    }

    /** Queues changes that were accepted and not pushed before the restart, in the old order. */
    public void resume(Instant at) {
        move(at);
        allChanges().forEach(c -> queues.stream().filter(q -> isPending(c, q)).forEach(q -> q.add(c)));
        queues.forEach(q -> q.start(now));
    }

    /** The whole memory, in as few lines as possible. */
    public List<LedgerLine> memory() {
        Stream<LedgerLine> accepted = allChanges().map(LedgerLine::of);
        Stream<LedgerLine> settled = instances.all().stream()
                .flatMap(i -> Stream.of(Change.values()).flatMap(c -> i.settledBy(c).values().stream()))
                .sorted(Comparator.comparing(Settled::at))
                .map(LedgerLine::of);
        return Stream.concat(accepted, settled).toList();
    }

    // ---- changes

    /** Decides on a reported change; nothing changes yet but the time. */
    public Verdict judge(Report report, Instant at) {
        advance(at);
        Optional<Instance> known = instances.find(report.instance());
        if (known.isEmpty()) {
            return report.change() == Change.LAUNCHED ? judgeLaunch(report) : judgeEndOfUnknown(report);
        }
        Az home = known.get().home();
        if (report.az().filter(az -> !az.equals(home)).isPresent()) {
            return new Verdict.OtherZone(home);
        }
        return report.placement() > known.get().placement()
                ? judgeNextPlacement(report, home)
                : judgeAgain(report, known.get());
    }

    /** Queues an accepted change in every zone. */
    public void apply(NetworkChange change) {
        lastNumber = Math.max(lastNumber, change.number());
        instances.accept(change);
        for (ZoneQueue queue : queues) {
            queue.add(change);
            queue.start(now);
        }
    }

    /** Ends every push that is due by then; {@link #news} lists them. A clock that steps back changes nothing. */
    public void advance(Instant at) {
        move(at);
        queues.forEach(q -> q.advance(now));
    }

    /** What the zones finished since the last call, oldest first within a zone. */
    public List<Settled> news() {
        List<Settled> taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    /** When the next push ends, if one is under way. */
    public Optional<Instant> nextEnd() {
        return queues.stream().flatMap(q -> q.nextEnd().stream()).min(Comparator.naturalOrder());
    }

    /** Forgets instances whose end every zone has known for long; returns how many. */
    public int forget() {
        return instances.forget(now);
    }

    public int workers() {
        return workers;
    }

    /** The value of the setting, whatever operators have changed. */
    public int workersAtStart() {
        return workersAtStart;
    }

    /** The operator sets the number of pushers of each zone. */
    public void workers(int perZone) {
        workers = perZone;
        queues.forEach(q -> {
            q.workers(perZone);
            q.start(now);
        });
    }

    // ---- questions

    /** Whether a launch would be accepted (F83). */
    public boolean admits() {
        return rules.admission().ask(a -> a.admits(longestQueue()));
    }

    public int longestQueue() {
        return queues.stream().mapToInt(ZoneQueue::length).max().orElse(0);
    }

    /** Whether a launch workflow may bring the instance into service; an unknown instance has propagated nowhere. */
    public boolean ready(InstanceId id, Instant at) {
        Instance asked = instances
                .find(id)
                .orElseGet(() -> new Instance(new NetworkChange(0, id, zones.getFirst(), Change.LAUNCHED, 1, at)));
        return rules.readiness().ask(r -> r.ready(asked, zones));
    }

    /**
     * Whether packets arrive: the target lives and the caller's zone knows it, and the caller's instance lives and the
     * target's zone knows it. Otherwise they are lost without an error.
     */
    public boolean reaches(Call call) {
        Optional<Instance> target = instances.find(call.target()).filter(i -> isLive(i, call.from()));
        return target.isPresent()
                && call.caller()
                        .map(id -> instances
                                .find(id)
                                .filter(i -> isLive(i, target.get().home()))
                                .isPresent())
                        .orElse(true);
    }

    public Optional<Instance> find(InstanceId id) {
        return instances.find(id);
    }

    /** Oldest first. */
    public Collection<Instance> instances() {
        return instances.all();
    }

    public List<QueueState> states(Instant at) {
        return queues.stream().map(q -> q.state(at)).toList();
    }

    private static boolean isLive(Instance instance, Az seenFrom) {
        return !instance.terminated() && instance.knownIn(seenFrom);
    }

    /** A stopped instance has started, on a droplet of the same zone. */
    private Verdict judgeNextPlacement(Report report, Az home) {
        boolean refused = report.change() == Change.LAUNCHED && !admits();
        return refused ? new Verdict.Throttled(longestQueue()) : fresh(report, home);
    }

    private Verdict judgeAgain(Report report, Instance known) {
        boolean old =
                report.change() == Change.LAUNCHED || known.terminated() || report.placement() < known.placement();
        return old ? new Verdict.AlreadyAccepted() : fresh(report, known.home());
    }

    private Verdict judgeLaunch(Report report) {
        return admits() ? fresh(report, report.az().orElseThrow()) : new Verdict.Throttled(longestQueue());
    }

    /** If its zone is given, it counts as an instance that ran before this memory begins. */
    private Verdict judgeEndOfUnknown(Report report) {
        return report.az().map(home -> fresh(report, home)).orElseGet(Verdict.UnknownInstance::new);
    }

    private Verdict fresh(Report report, Az home) {
        return new Verdict.Fresh(
                new NetworkChange(lastNumber + 1, report.instance(), home, report.change(), report.placement(), now));
    }

    private static boolean isOf(LedgerLine line, NetworkChange change) {
        return change.change() == line.change() && change.placement() == line.placement();
    }

    private static Settled restored(LedgerLine line, NetworkChange change) {
        boolean skipped = line.kind() == LedgerLine.Kind.SKIPPED;
        return new Settled(
                change, new Az(line.az()), skipped ? Settled.Outcome.SKIPPED : Settled.Outcome.USEFUL, line.at());
    }

    private boolean isPending(NetworkChange change, ZoneQueue queue) {
        return instances
                .find(change.instance())
                .filter(i -> !i.isSettled(change.change(), queue.zone()))
                .isPresent();
    }

    private Stream<NetworkChange> allChanges() {
        return instances.all().stream()
                .flatMap(Network::changes)
                .sorted(Comparator.comparingLong(NetworkChange::number));
    }

    private static Stream<NetworkChange> changes(Instance instance) {
        return Stream.concat(Stream.of(instance.launch()), instance.termination().stream());
    }

    private void move(Instant at) {
        now = at.isAfter(now) ? at : now;
    }
}
