package emptyrecord.kit.trace;

import emptyrecord.kit.clock.IncidentClock;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Writes the incident time of its beginning on each span. {@code incident.minute} counts from the region's start; {@code
 * incident.t} is T+ in minutes, once T+0 is known (F2).
 */
final class IncidentMinutes implements SpanProcessor {

    static final AttributeKey<Double> MINUTE = AttributeKey.doubleKey("incident.minute");
    static final AttributeKey<String> T_PLUS = AttributeKey.stringKey("incident.t");

    private final IncidentClock clock;

    IncidentMinutes(IncidentClock clock) {
        this.clock = clock;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        Instant began = Instant.EPOCH.plusNanos(span.toSpanData().getStartEpochNanos());
        Duration since = clock.toIncident(Duration.between(clock.origin(), began));
        span.setAttribute(MINUTE, Math.round(IncidentClock.toMinutes(since) * 100) / 100.0);
        clock.minutesSinceZero(began)
                .ifPresent(minutes -> span.setAttribute(T_PLUS, String.format(Locale.ROOT, "T%+.1f", minutes)));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
