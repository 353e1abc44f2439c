package emptyrecord.route53.health;

import emptyrecord.route53.core.health.Opinion;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One checker of one health check: when its next probe is due, its opinion, its last report and its last failure. The
 * owner of the {@link HealthBoard} lock changes what it knows; the prober changes when it is due.
 */
final class Checker implements Delayed {

    private final String checkId;
    private final String region;
    private long due;
    private Opinion opinion = Opinion.NEW;
    private @Nullable Report last;
    private @Nullable Report failure;

    private record Report(ProbeResult result, Instant at) {}

    /** @param due of the first probe, by {@link System#nanoTime} */
    Checker(String checkId, String region, long due) {
        this.checkId = checkId;
        this.region = region;
        this.due = due;
    }

    String checkId() {
        return checkId;
    }

    String region() {
        return region;
    }

    long due() {
        return due;
    }

    /** Only while it is in no queue. */
    void due(long nanos) {
        due = nanos;
    }

    Opinion opinion() {
        return opinion;
    }

    void found(ProbeResult result, Instant at, int threshold) {
        opinion = opinion.after(result.passed(), threshold);
        last = new Report(result, at);
        failure = result.passed() ? failure : last;
    }

    Optional<Observation> last() {
        return Optional.ofNullable(last).map(this::observation);
    }

    Optional<Observation> failure() {
        return Optional.ofNullable(failure).map(this::observation);
    }

    private Observation observation(Report report) {
        return new Observation(region, report.result().report(), report.at());
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return other instanceof Checker checker
                ? Long.signum(due - checker.due)
                : Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
