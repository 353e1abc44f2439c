package emptyrecord.dwfm.telemetry;

import emptyrecord.dwfm.core.host.Counted;
import emptyrecord.dwfm.core.host.HostSnapshot;
import emptyrecord.dwfm.fleet.Fleet;
import emptyrecord.dwfm.fleet.HostRunner;
import emptyrecord.dwfm.instances.ApiOutcome;
import emptyrecord.dwfm.instances.ApiTally;
import emptyrecord.dwfm.instances.Outbox;
import emptyrecord.dwfm.instances.RequestLimit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Leases, queues, work and requests as metrics. All of them exist from the start. */
public final class DwfmMeters implements MeterBinder {

    private final Fleet fleet;
    private final RequestLimit limit;
    private final ApiTally api;
    private final Outbox outbox;

    public DwfmMeters(Fleet fleet, RequestLimit limit, ApiTally api, Outbox outbox) {
        this.fleet = fleet;
        this.limit = limit;
        this.api = api;
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (HostRunner host : fleet.hosts()) {
            perHost(meters, host);
        }
        for (Counted what : Counted.values()) {
            work(meters, what);
        }
        for (ApiOutcome outcome : ApiOutcome.values()) {
            requests(meters, outcome);
        }
        Gauge.builder("dwfm.api.limit.per.minute", limit, l -> l.view().ratePerMinute())
                .description("EC2's request limit, launches per incident minute")
                .register(meters);
        Gauge.builder("dwfm.api.tokens", limit, l -> l.view().tokens())
                .description("Launches that the request limit would admit at once")
                .register(meters);
        Gauge.builder("dwfm.outbox.length", outbox, Outbox::length)
                .description("Network state that the Network Manager has not accepted yet")
                .register(meters);
    }

    private static void perHost(MeterRegistry meters, HostRunner host) {
        gauge(meters, host, "dwfm.droplets", "Droplets", HostSnapshot::droplets);
        gauge(meters, host, "dwfm.leases.held", "Droplets whose lease is valid", HostSnapshot::leasesHeld);
        gauge(meters, host, "dwfm.queue.length", "Work waiting", HostSnapshot::queueLength);
        gauge(
                meters,
                host,
                "dwfm.queue.oldest.seconds",
                "Age of the oldest waiting work, incident seconds",
                s -> s.oldestQueued().toMillis() / 1000.0);
        gauge(meters, host, "dwfm.work.in.flight", "Work that workers have taken", HostSnapshot::attemptsInFlight);
        gauge(meters, host, "dwfm.host.away", "1 while the host is restarting or down", s -> s.away() ? 1 : 0);
        gauge(
                meters,
                host,
                "dwfm.start.up.limit",
                "Pieces of work that a starting host lets in at a time, 0 once its start is over",
                s -> s.startUpLimit().orElse(0));
        gauge(
                meters,
                host,
                "dwfm.throttle.share",
                "Operators' throttle, 0 while it is off",
                s -> s.throttleShare().orElse(0));
        gauge(
                meters,
                host,
                "dwfm.terminations.parked",
                "Terminations, stops and reboots waiting for a lease",
                HostSnapshot::parkedOrders);
    }

    private static void gauge(
            MeterRegistry meters, HostRunner host, String name, String meaning, ToDoubleFunction<HostSnapshot> value) {
        Gauge.builder(name, host, h -> value.applyAsDouble(h.snapshot()))
                .description(meaning)
                .tag("host", host.name())
                .register(meters);
    }

    /** {@code CHECKS_LATE} becomes {@code dwfm_checks_total{outcome="late"}}. */
    private void work(MeterRegistry meters, Counted what) {
        String[] words = what.name().toLowerCase(Locale.ROOT).split("_", 2);
        FunctionCounter.builder("dwfm." + words[0], fleet, f -> total(f, what))
                .description("Work by outcome; queued, dropped, rejected and throttled were not (yet) tried")
                .tag("outcome", words[1])
                .register(meters);
    }

    private static double total(Fleet fleet, Counted what) {
        return fleet.snapshots().stream().mapToLong(s -> s.tally().of(what)).sum();
    }

    private void requests(MeterRegistry meters, ApiOutcome outcome) {
        FunctionCounter.builder(outcome.metric(), api, a -> a.of(outcome))
                .description("Requests to the EC2 face by outcome")
                .tag("outcome", outcome.tag())
                .register(meters);
    }
}
