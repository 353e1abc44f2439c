package emptyrecord.network.propagation;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Journal;
import emptyrecord.network.core.Call;
import emptyrecord.network.core.LedgerLine;
import emptyrecord.network.core.Network;
import emptyrecord.network.core.Report;
import emptyrecord.network.core.Settled;
import emptyrecord.network.core.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Network Manager at work: one lock around the {@link Network}, its memory on disk, and one thread that sleeps until
 * the planned end of the next push. Time in the network is planned time, so a late wake-up shifts nothing.
 */
public final class NetworkManager implements AutoCloseable {

    /** Real time between looks at an idle network, to forget what ended long ago. */
    private static final long IDLE_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Logger log = LoggerFactory.getLogger(NetworkManager.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Network network;
    private final Ledger ledger;
    private final IncidentClock clock;
    private final List<NetworkListener> listeners;
    private volatile boolean closed;

    /** @param historyLinesMax lines below which the journal is never rewritten */
    public NetworkManager(
            Network network,
            Journal<LedgerLine> journal,
            IncidentClock clock,
            List<NetworkListener> listeners,
            int historyLinesMax) {
        this.network = network;
        this.ledger = new Ledger(journal, historyLinesMax);
        this.clock = clock;
        this.listeners = listeners;
    }

    /** Takes back what was accepted before a restart and starts to push. */
    public void start() {
        ledger.restoreInto(network);
        change(n -> {
            n.resume(clock.instant());
            return true;
        });
        Thread.ofVirtual().name("network-pushers").start(this::push);
    }

    /** Takes a reported change; a fresh one is on disk when this returns. */
    public Verdict report(Report report) {
        Verdict verdict = change(n -> {
            Verdict judged = n.judge(report, clock.instant());
            if (judged instanceof Verdict.Fresh fresh) {
                ledger.write(fresh.change());
                n.apply(fresh.change());
            }
            return judged;
        });
        if (verdict instanceof Verdict.Fresh fresh) {
            listeners.forEach(l -> l.accepted(fresh.change()));
        }
        return verdict;
    }

    /** Sets the pushers of each zone; gives the number there were. */
    public int workers(int perZone) {
        return change(n -> {
            int before = n.workers();
            n.advance(clock.instant());
            n.workers(perZone);
            return before;
        });
    }

    /** A call through the fabric: whether packets arrive. */
    public boolean reaches(Call call) {
        return ask(n -> n.reaches(call));
    }

    /** Asks the network something while nothing moves; {@code question} must not keep what it is shown. */
    public <T> T ask(Function<Network, T> question) {
        lock.lock();
        try {
            return question.apply(network);
        } finally {
            lock.unlock();
        }
    }

    private <T> T change(Function<Network, T> step) {
        T result;
        List<Settled> news;
        lock.lock();
        try {
            result = step.apply(network);
            news = network.news();
            ledger.write(news);
            changed.signal();
        } finally {
            lock.unlock();
        }
        news.forEach(settled -> listeners.forEach(l -> l.settled(settled)));
        return result;
    }

    private void push() {
        while (!closed) {
            try {
                change(n -> closed || step(n));
                await(this::nanosToNextEnd);
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("pushing failed; trying again");
                await(n -> IDLE_LOOK_NANOS);
            }
        }
    }

    private boolean step(Network moved) {
        moved.advance(clock.instant());
        moved.forget();
        ledger.compactIfLong(moved);
        return true;
    }

    private long nanosToNextEnd(Network asked) {
        return asked.nextEnd()
                .map(end -> clock.toReal(Duration.between(clock.instant(), end)).toNanos())
                .map(nanos -> Math.min(nanos, IDLE_LOOK_NANOS))
                .orElse(IDLE_LOOK_NANOS);
    }

    private void await(Function<Network, Long> nanos) {
        lock.lock();
        try {
            long left = nanos.apply(network);
            if (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
            ledger.close();
        } finally {
            lock.unlock();
        }
    }
}
