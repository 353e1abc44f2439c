package emptyrecord.control.telemetry;

import emptyrecord.kit.clock.IncidentClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code control_operator_action}: 1 for a short while after an operator's action, so that a dashboard can shade it. A
 * lasting effect is reported by the service that it was applied to.
 */
public final class ActionMarks {

    /** Incident time: wide enough to be seen on a screen that shows the whole night. */
    private static final Duration SHOWN = Duration.ofMinutes(4);

    /** Real: two scrapes see it, however fast the night plays. */
    private static final Duration SHOWN_MIN = Duration.ofSeconds(2);

    private final IncidentClock clock;
    private final Duration shown;
    private final Map<String, Instant> done = new ConcurrentHashMap<>();

    public ActionMarks(MeterRegistry meters, IncidentClock clock, Collection<String> actions) {
        this.clock = clock;
        Duration real = clock.toReal(SHOWN);
        this.shown = real.compareTo(SHOWN_MIN) < 0 ? SHOWN_MIN : real;
        for (String action : actions) {
            Gauge.builder("control.operator.action", this, m -> m.marked(action) ? 1 : 0)
                    .description("1 for 4 incident minutes, 2 real seconds at least, after an operator did this")
                    .tag("action", action)
                    .register(meters);
        }
    }

    public void mark(String action) {
        done.put(action, clock.wallInstant());
    }

    boolean marked(String action) {
        Instant at = done.get(action);
        return at != null && clock.wallInstant().isBefore(at.plus(shown));
    }
}
