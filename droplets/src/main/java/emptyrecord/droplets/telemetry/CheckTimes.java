package emptyrecord.droplets.telemetry;

import emptyrecord.droplets.agents.CallKind;
import emptyrecord.droplets.core.Slowdown;
import emptyrecord.droplets.rpc.CallTimes;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;

/** How long obeyed checks took, arrival to answer: as a metric, and beside what is usual. */
public final class CheckTimes implements CallTimes {

    private final DistributionSummary checks;
    private final Slowdown slowdown;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** @param clock incident time */
    public CheckTimes(MeterRegistry meters, Slowdown slowdown, InstantSource clock) {
        this.checks = DistributionSummary.builder("droplets.check.seconds")
                .description("Time from the arrival of an obeyed check to its answer, incident seconds")
                .register(meters);
        this.slowdown = slowdown;
        this.clock = clock;
    }

    @Override
    public void took(CallKind kind, Took took) {
        if (kind != CallKind.CHECK) {
            return;
        }
        checks.record(took.time().toNanos() / 1e9);
        lock.lock();
        try {
            slowdown.took(took.depth(), took.time(), clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** How many times their usual length checks took lately; empty if none was answered. */
    public OptionalDouble slowdown() {
        lock.lock();
        try {
            return slowdown.mean(clock.instant());
        } finally {
            lock.unlock();
        }
    }
}
