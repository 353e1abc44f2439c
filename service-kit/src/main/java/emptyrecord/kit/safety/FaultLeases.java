package emptyrecord.kit.safety;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Clears the faults whose lease was not renewed: their scenario has ended, or their injector is gone. A lease measures
 * the silence of its holder. Time in which this service was stopped, paused or starved does not count, because no
 * renewal could reach it.
 */
final class FaultLeases {

    /** Real time without a sweep after which the service counts as stopped. */
    private static final Duration STALL = Duration.ofMillis(1500);

    private final Faults faults;
    private final InstantSource wall;
    private final EventLog events;
    private Instant sweptAt = Instant.MAX;

    /** @param wall real time: what a lease guards against, people and processes that went away, happens in it */
    FaultLeases(Faults faults, InstantSource wall, EventLog events) {
        this.faults = faults;
        this.wall = wall;
        this.events = events;
    }

    /** To be called every half second or so. */
    synchronized void sweep() {
        Instant now = wall.instant();
        Duration pause = sweptAt.isBefore(now) ? Duration.between(sweptAt, now) : Duration.ZERO;
        sweptAt = now;
        for (Fault fault : faults.all()) {
            if (pause.compareTo(STALL) >= 0) {
                fault.prolong(pause);
            }
            if (fault.expire(now)) {
                events.record(EventKind.FAULT_LEASE_EXPIRED, Map.of(EventId.FAULT, fault.name()));
            }
        }
    }
}
