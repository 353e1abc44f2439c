package emptyrecord.enactor.telemetry;

import emptyrecord.enactor.client.Route53Zones;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enactor's work as metrics; every meter exists from the start. Durations are incident seconds. */
public final class EnactorMeters implements EnactorObserver, Route53Zones.CallCounter {

    private static final Logger log = LoggerFactory.getLogger(EnactorMeters.class);

    private final InstantSource incident;
    private final Counter lockLost;
    private final Counter flipsApplied;
    private final Counter flipsRefused;
    private final Counter deleted;
    private final Counter deletesRefused;
    private final Counter passesComplete;
    private final Counter passesIncomplete;
    private final Counter answered;
    private final Counter refused;
    private final Counter silent;
    private final DistributionSummary pass;
    private final Map<Skip, Counter> skips = new EnumMap<>(Skip.class);
    private Instant passBegan = Instant.EPOCH;
    private boolean wasSilent;
    private volatile double backOffSeconds;

    public EnactorMeters(MeterRegistry meters, InstantSource incident, EnactorStatus status) {
        this.incident = incident;
        lockLost = counter(meters, "enactor.lock.lost", "Acquisitions of a lock that were lost", "", "");
        flipsApplied = counter(meters, "enactor.flips", "Flips by outcome", "outcome", "applied");
        flipsRefused = counter(meters, "enactor.flips", "Flips by outcome", "outcome", "refused");
        deleted = counter(meters, "enactor.cleanup.deleted", "Trees deleted by clean-ups", "", "");
        deletesRefused = counter(meters, "enactor.cleanup.refused", "Deletes that Route 53 refused", "", "");
        passesComplete = counter(meters, "enactor.passes", "Passes by outcome", "outcome", "complete");
        passesIncomplete = counter(meters, "enactor.passes", "Passes by outcome", "outcome", "incomplete");
        String calls = "Uses of Route 53 by outcome";
        answered = counter(meters, "enactor.route53.calls", calls, "outcome", "answered");
        refused = counter(meters, "enactor.route53.calls", calls, "outcome", "refused");
        silent = counter(meters, "enactor.route53.calls", calls, "outcome", "silent");
        for (Skip why : Skip.values()) {
            String reason = why.name().toLowerCase(Locale.ROOT);
            skips.put(why, counter(meters, "enactor.skips", "Endpoints left as they are", "reason", reason));
        }
        pass = DistributionSummary.builder("enactor.pass")
                .baseUnit("seconds")
                .description("Incident seconds from picking a plan to the end of the clean-up")
                .register(meters);
        gauges(meters, status);
    }

    private void gauges(MeterRegistry meters, EnactorStatus status) {
        Gauge.builder("enactor.plan.holding", status, s -> number(s.now().holding()))
                .description("Generation of the plan in memory, 0 without one")
                .register(meters);
        Gauge.builder("enactor.plan.applied", status, s -> number(s.now().lastApplied()))
                .description("Generation of the last full pass since the start, 0 before it")
                .register(meters);
        Gauge.builder("enactor.lock.attempt", status, s -> s.now().attempt())
                .description("Locks lost in a row at the present endpoint")
                .register(meters);
        Gauge.builder("enactor.backoff.seconds", this, m -> m.backOffSeconds)
                .description("Incident seconds of the last back-off in this pass")
                .register(meters);
    }

    private static double number(Optional<PlanGeneration> plan) {
        return plan.map(PlanGeneration::value).orElse(0L);
    }

    private static Counter counter(MeterRegistry meters, String name, String what, String tag, String value) {
        Counter.Builder builder = Counter.builder(name).description(what);
        return (tag.isEmpty() ? builder : builder.tag(tag, value)).register(meters);
    }

    @Override
    public void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {
        passBegan = incident.instant();
        backOffSeconds = 0;
    }

    @Override
    public void lockLost(At at, int lostLocks, Duration backOff) {
        lockLost.increment();
        backOffSeconds = backOff.toMillis() / 1000.0;
    }

    @Override
    public void planFlipped(At at) {
        flipsApplied.increment();
    }

    @Override
    public void flipRefused(At at, String message) {
        flipsRefused.increment();
    }

    @Override
    public void planSkipped(At at, Skip why) {
        Counter counter = skips.get(why);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void treeDeleted(Plan.Endpoint endpoint, PlanGeneration tree, PlanGeneration applied) {
        deleted.increment();
    }

    @Override
    public void deleteRefused(Plan.Endpoint endpoint, PlanGeneration tree, String message) {
        deletesRefused.increment();
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        (complete ? passesComplete : passesIncomplete).increment();
        pass.record(Duration.between(passBegan, incident.instant()).toMillis() / 1000.0);
        backOffSeconds = 0;
    }

    @Override
    public void answered() {
        answered.increment();
        wasSilent = false;
    }

    @Override
    public void refused() {
        refused.increment();
        wasSilent = false;
    }

    @Override
    public void silent(String why) {
        silent.increment();
        if (!wasSilent) {
            log.atWarn().log("no answer from Route 53, will go on asking: {}", why);
        }
        wasSilent = true;
    }
}
