package emptyrecord.network.propagation;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.kernel.Driver;
import emptyrecord.network.core.Call;
import emptyrecord.network.core.LedgerLine;
import emptyrecord.network.core.Network;
import emptyrecord.network.core.Report;
import emptyrecord.network.core.Settled;
import emptyrecord.network.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The running Network Manager: one lock around the {@link Network}, its memory on disk, and one thread that sleeps
 * until the planned end of the next push. Time in the network is planned time, so a late wake-up shifts nothing.
 */
public final class NetworkManager implements AutoCloseable {

    /** Real time between checks of an idle network, to forget instances that ended long ago (our choice). */
    private static final Duration IDLE_LOOK = Duration.ofSeconds(1);

    private final Network network;
    private final Ledger ledger;
    private final List<NetworkListener> listeners;
    private final Driver driver;

    /** Ended pushes that were not reported to listeners yet. */
    private final Queue<Settled> news = new ConcurrentLinkedQueue<>();

    private boolean closed;

    /** @param historyLinesMax lines below which the journal is never rewritten */
    public NetworkManager(
            Network network,
            Journal<LedgerLine> journal,
            IncidentClock clock,
            List<NetworkListener> listeners,
            int historyLinesMax) {
        this.network = network;
        this.ledger = new Ledger(journal, historyLinesMax);
        this.listeners = listeners;
        this.driver = new Driver("network-pushers", new Core(), clock, IDLE_LOOK);
    }

    /** The network, and the ledger of its pushes. */
    private final class Core implements Driver.Core {

        @Override
        public void advance(Instant now) {
            network.advance(now);
            collectNews();
        }

        @Override
        public Optional<Instant> nextDue() {
            return network.nextEnd();
        }

        @Override
        public void turned() {
            driver.ask(() -> {
                if (!closed) {
                    network.forget();
                    ledger.compactIfLong(network);
                }
                return !closed;
            });
            tellNews();
        }
    }

    /** Restores changes that were accepted before a restart and starts to push. */
    public void start() {
        ledger.restoreInto(network);
        change((n, now) -> {
            n.resume(now);
            return true;
        });
        driver.start();
    }

    /** Accepts a reported change; a new one is on disk when this returns. */
    public Verdict report(Report report) {
        Verdict verdict = change((n, now) -> {
            Verdict judged = n.judge(report, now);
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

    /** Sets the pushers of each zone; returns the previous number. */
    public int workers(int perZone) {
        return change((n, now) -> {
            int before = n.workers();
            n.workers(perZone);
            return before;
        });
    }

    /** A call through the fabric: whether packets arrive. */
    public boolean reaches(Call call) {
        return ask(n -> n.reaches(call));
    }

    /** Queries the network under the lock; {@code question} must not keep a reference to it. */
    public <T> T ask(Function<Network, T> question) {
        return driver.ask(() -> question.apply(network));
    }

    private <T> T change(BiFunction<Network, Instant, T> step) {
        T result = driver.call(now -> {
            T changed = step.apply(network, now);
            collectNews();
            return changed;
        });
        tellNews();
        return result;
    }

    private void collectNews() {
        List<Settled> settled = network.news();
        ledger.write(settled);
        news.addAll(settled);
    }

    private void tellNews() {
        for (Settled settled = news.poll(); settled != null; settled = news.poll()) {
            for (NetworkListener listener : listeners) {
                listener.settled(settled);
            }
        }
    }

    @Override
    public void close() {
        driver.close();
        driver.ask(() -> {
            closed = true;
            ledger.close();
            return true;
        });
    }
}
