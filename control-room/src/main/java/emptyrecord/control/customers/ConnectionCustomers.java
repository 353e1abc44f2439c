package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Outcome;
import emptyrecord.control.customers.core.PacedDemand;
import emptyrecord.control.telemetry.Tally;
import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Customers of the application behind the load balancer: an even stream of new TCP connections. A turn starts all that
 * are due. Connections beyond the bound on connections at once are not made and counted as {@code not-made}.
 */
public final class ConnectionCustomers {

    /** Outcomes of a connection. */
    public static final List<String> OUTCOMES = List.of("ok", "refused-or-reset", "timed-out", "unresolved", "other");

    private final ConnectionProbe probe;
    private final IncidentClock clock;
    private final double perMinute;
    private final Tally tally;
    private final Tally departures;
    private final Semaphore atOnce;
    private PacedDemand demand;
    private Instant next = Instant.MAX;

    /** How many connections: per minute, and at once. */
    public record Load(double perMinute, int atOnce) {}

    public ConnectionCustomers(ConnectionProbe probe, IncidentClock clock, Load load, Tally tally, Tally departures) {
        this.probe = probe;
        this.clock = clock;
        this.perMinute = load.perMinute();
        this.tally = tally;
        this.departures = departures;
        this.atOnce = new Semaphore(load.atOnce());
        this.demand = new PacedDemand(Math.max(1e-6, perMinute), new Random(1));
    }

    public synchronized void startNight(long seed) {
        demand = new PacedDemand(Math.max(1e-6, perMinute), new Random(seed * 31 + "connections".hashCode()));
        next = perMinute > 0 ? clock.instant().plus(demand.untilNext()) : Instant.MAX;
    }

    /** Starts what is due; a process that slept longer than a minute does not make up for it. */
    public synchronized void turn() {
        Instant now = clock.instant();
        if (next.isBefore(now.minus(Duration.ofMinutes(1)))) {
            next = now;
        }
        while (!next.isAfter(now)) {
            next = next.plus(demand.untilNext());
            start();
        }
    }

    private void start() {
        if (!atOnce.tryAcquire()) {
            departures.count("connection-not-made");
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                tally.count(tag(probe.attempt()));
            } finally {
                atOnce.release();
            }
        });
    }

    private static String tag(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Worked w -> "ok";
            case Outcome.Failed f -> f.reason();
            case Outcome.NeverTried n -> "unresolved";
        };
    }

    public Map<String, Integer> take() {
        return tally.take();
    }
}
