package emptyrecord.kit;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.ClockLag;
import emptyrecord.kit.clock.Heartbeat;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.IncidentTimer;
import emptyrecord.kit.clock.Stall;
import emptyrecord.kit.events.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Lets every service measure how late its timers are, and report that it was restarted. */
@AutoConfiguration
public class ClockConfiguration {

    private static final double NANOS = 1e9;

    @Bean
    ClockLag clockLag(MeterRegistry meters, IncidentClock clock) {
        ClockLag lag = new ClockLag();
        gauge("clock.lag", lag, ClockLag.Seen::worst)
                .description("Worst lateness of a heartbeat in 10 s, real")
                .register(meters);
        gauge("clock.lag.incident", lag, seen -> clock.toIncident(seen.worst()))
                .description("The same in incident time; beyond 30 s it changes the incident")
                .register(meters);
        gauge("clock.lag.p99", lag, ClockLag.Seen::p99)
                .description("99 % of the heartbeats in 10 s were not later, real")
                .register(meters);
        gauge("clock.thread.delay", lag, ClockLag.Seen::worstThread)
                .description("Longest wait of a virtual thread to run in 10 s, real")
                .register(meters);
        return lag;
    }

    private static Gauge.Builder<ClockLag> gauge(String name, ClockLag lag, Function<ClockLag.Seen, Duration> part) {
        return Gauge.builder(
                        name, lag, l -> part.apply(l.seen(System.nanoTime())).toNanos() / NANOS)
                .baseUnit("seconds");
    }

    @Bean
    Heartbeat heartbeat(IncidentClock clock, IncidentTimer timer, ClockLag lag, EventLog events) {
        return new Heartbeat(clock, timer, lag, stall -> events.record(EventKind.CLOCK_STALLED, words(stall, clock)));
    }

    private static Map<EventId, Object> words(Stall stall, IncidentClock clock) {
        return Map.of(
                EventId.LASTED_SECONDS, stall.lasted().toMillis() / 1000.0,
                EventId.OVER_SECONDS, stall.over().toMillis() / 1000.0,
                EventId.WORST_SECONDS, stall.worst().toMillis() / 1000.0,
                EventId.WORST_INCIDENT_SECONDS, clock.toIncident(stall.worst()).toSeconds());
    }

    /**
     * A service that finds events of its own has run before in this region. The program that restarted it may know how
     * it ended.
     *
     * @param lastExit exit status of the process before, from {@code lab.last-exit}; empty when it is not known
     */
    @Bean
    ApplicationListener<ApplicationReadyEvent> serviceReady(
            Heartbeat heartbeat, EventLog events, @Value("${lab.last-exit:}") String lastExit) {
        return ready -> {
            if (events.foundEarlierEvents()) {
                Map<EventId, Object> ids = new EnumMap<>(EventId.class);
                if (!lastExit.isBlank()) {
                    ids.put(EventId.EXIT_STATUS, lastExit);
                }
                events.record(EventKind.SERVICE_RESTARTED, ids);
            }
            heartbeat.start();
        };
    }
}
