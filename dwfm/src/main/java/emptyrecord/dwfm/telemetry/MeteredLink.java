package emptyrecord.dwfm.telemetry;

import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.DropletLink;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How long work has waited when a worker takes it, as a histogram in incident seconds. The deadline is one of its borders: what lies
 * above it is done for nothing (F11). With tracing on a bucket's exemplar is the trace of such a piece of work.
 */
public final class MeteredLink implements DropletLink {

    /** Incident seconds; the deadline is one more. */
    private static final double[] BORDERS = {1, 5, 15, 45, 180, 600, 1800, 3600, 7200};

    private final DropletLink link;
    private final InstantSource clock;
    private final DistributionSummary checks;
    private final DistributionSummary attempts;
    private final DistributionSummary changes;

    /**
     * @param clock incident time
     * @param deadline of a host's work
     */
    public MeteredLink(DropletLink link, InstantSource clock, Duration deadline, MeterRegistry meters) {
        this.link = link;
        this.clock = clock;
        this.checks = ages(meters, deadline, "check");
        this.attempts = ages(meters, deadline, "attempt");
        this.changes = ages(meters, deadline, "change");
    }

    private static DistributionSummary ages(MeterRegistry meters, Duration deadline, String kind) {
        return DistributionSummary.builder("dwfm.work.age")
                .baseUnit("seconds")
                .description("Time that work has waited when a worker takes it, incident seconds")
                .tag("kind", kind)
                .serviceLevelObjectives(
                        DoubleStream.concat(DoubleStream.of(BORDERS), DoubleStream.of(deadline.toMillis() / 1000.0))
                                .distinct()
                                .sorted()
                                .toArray())
                .register(meters);
    }

    @Override
    public CheckResult perform(Assignment work) {
        Duration age = Duration.between(work.work().queuedAt(), clock.instant());
        of(work.work()).record(Math.max(0, age.toMillis() / 1000.0));
        return link.perform(work);
    }

    private DistributionSummary of(Work work) {
        return switch (work) {
            case Work.Renewal renewal -> checks;
            case Work.Establishment attempt -> attempts;
            case Work.Member member -> attempts;
            case Work.BlockWrite write -> attempts;
            case Work.Change change -> changes;
        };
    }

    @Override
    public List<LeaseRecord> readBack(int droplets) {
        return link.readBack(droplets);
    }

    @Override
    public void close() {
        link.close();
    }
}
