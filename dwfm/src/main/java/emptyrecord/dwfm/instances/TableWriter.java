package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.instances.InstanceTable.Change;
import emptyrecord.dwfm.instances.InstanceTable.Contents;
import emptyrecord.dwfm.instances.InstanceTable.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One writer at a time for the table of instances. What a write did whose answer is missing is asked before anything else
 * is done, so nothing is decided on what may not be so.
 */
final class TableWriter {

    /** Real time for a turn: two calls that are not answered (our choice). */
    private static final Duration TURN = Duration.ofSeconds(4);

    /** Attempts that are given up in one transaction (our choice). */
    private static final int MARKED_MAX = 100;

    private final InstanceTable table;
    private final KnownInstances known;
    private final List<StoreWatcher> watchers = new ArrayList<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** Keys of rows that a write may have changed. */
    private final Set<String> doubtful = ConcurrentHashMap.newKeySet();

    private volatile boolean doubts;
    private volatile boolean loaded;

    TableWriter(InstanceTable table, KnownInstances known) {
        this.table = table;
        this.known = known;
    }

    /** To be called before the first write. */
    void watch(StoreWatcher watcher) {
        watchers.add(watcher);
    }

    /** Reads the table for the first time, if that has not succeeded yet; until then nothing else can be done. */
    synchronized void load(Runnable read) {
        if (!loaded) {
            asked(() -> {
                read.run();
                return true;
            });
            loaded = true;
        }
    }

    boolean loaded() {
        return loaded;
    }

    /**
     * Does this while nobody else writes.
     *
     * @throws Ec2Exception with InternalError if the table cannot be used, or of the action
     */
    <T> T inTurn(Supplier<T> action) {
        refuseUnlessLoaded();
        awaitTurn();
        try {
            return asked(() -> {
                resolve();
                return action.get();
            });
        } finally {
            turn.unlock();
        }
    }

    /**
     * Reads, once it is known what earlier writes did.
     *
     * @throws Ec2Exception with InternalError if the table cannot be used, or of the question
     */
    <T> T reading(Supplier<T> question) {
        refuseUnlessLoaded();
        if (doubts) {
            var unused = inTurn(() -> true);
        }
        return asked(question);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (TableException e) {
            throw e.asEc2();
        }
    }

    private void refuseUnlessLoaded() {
        if (!loaded) {
            throw new Ec2Exception(
                    Ec2Error.INTERNAL_ERROR,
                    "An internal error has occurred: the front end has just started and could not read its instances"
                            + " from DynamoDB yet.");
        }
    }

    /** Whether it is not known what the table has for this key. */
    boolean inDoubt(String key) {
        return doubtful.contains(key);
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(TURN.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TableException(
                                TableException.Effect.NONE, "the front end waited " + TURN + " for its turn to write")
                        .asEc2();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Ec2Exception(Ec2Error.INTERNAL_ERROR, "interrupted");
        }
    }

    /** Within a turn: all of these changes or none. */
    void write(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            table.write(changes);
        } catch (TableException e) {
            if (e.effect() != TableException.Effect.NONE) {
                changes.forEach(this::doubt);
                doubts = true;
            }
            throw e;
        }
        changes.forEach(this::apply);
    }

    /** An attempt that may be in the table keeps its slot until that is known. */
    private void doubt(Change change) {
        doubtful.add(change.key());
        if (change instanceof Change.Begin begin) {
            known.begin(begin.attempt());
            var unused = known.giveUp(change.key());
        }
    }

    private void apply(Change change) {
        Optional<Instance> before = known.apply(change);
        if (change instanceof Change.Put put) {
            tell(before, put.instance());
        }
    }

    private void resolve() {
        if (doubts) {
            Contents now = table.read(List.copyOf(doubtful));
            refuseLate(now.attempts());
            now.instances().forEach(this::learn);
            Set<String> found = new LinkedHashSet<>();
            now.instances().forEach(stored -> found.add(stored.instance().id()));
            now.attempts().forEach(attempt -> found.add(attempt.name()));
            doubtful.stream().filter(key -> !found.contains(key)).forEach(this::gone);
            doubtful.clear();
            doubts = false;
            now.attempts().forEach(this::leftOver);
        }
    }

    /**
     * To be called before a droplet is told to end what an attempt may have put there: a launch that is still on its way to
     * the table is refused afterwards. One that has come meanwhile has taken its attempt away, and this fails.
     */
    void refuseLate(List<Attempt> attempts) {
        for (int from = 0; from < attempts.size(); from += MARKED_MAX) {
            table.write(attempts.subList(from, Math.min(attempts.size(), from + MARKED_MAX)).stream()
                    .<Change>map(attempt -> new Change.GiveUp(attempt.name()))
                    .toList());
        }
    }

    /** Within a turn: a row has been read. One that is newer than known is followed as if it had been written now. */
    void learn(Stored stored) {
        Optional<Instance> before = known.find(stored.instance().id());
        if (known.learn(stored)) {
            tell(before, stored.instance());
        }
    }

    private void gone(String key) {
        if (!Attempt.isName(key)) {
            known.forget(key);
        } else if (ranOn(key)) {
            known.becameInstance(key);
        } else {
            known.settle(key);
        }
    }

    /** Whether the attempt that is not in the table any more has become an instance. */
    private boolean ranOn(String name) {
        return known.attempts().stream()
                .filter(attempt -> attempt.name().equals(name))
                .anyMatch(attempt -> known.find(attempt.instance())
                        .filter(i -> i.state().placed() && i.droplet().equals(attempt.droplet()))
                        .isPresent());
    }

    private void leftOver(Attempt attempt) {
        if (!known.isOpen(attempt.name())) {
            known.begin(attempt);
        }
        var unused = known.giveUp(attempt.name());
        watchers.forEach(watcher -> watcher.leftOver(attempt));
    }

    private void tell(Optional<Instance> before, Instance now) {
        if (now.news() > before.map(Instance::news).orElse(0)) {
            watchers.forEach(watcher -> watcher.moved(now));
        }
        if (now.life().order() != Order.NONE
                && before.filter(b -> Order.Subject.of(b).equals(Order.Subject.of(now)))
                        .isEmpty()) {
            watchers.forEach(watcher -> watcher.ordered(now));
        }
    }
}
