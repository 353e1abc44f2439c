package emptyrecord.network.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.trace.RecordedSpans;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.Change;
import emptyrecord.network.core.InstanceId;
import emptyrecord.network.core.NetworkChange;
import emptyrecord.network.core.Settled;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PropagationTraceTest {

    private static final Instant ACCEPTED = Instant.EPOCH.plusSeconds(60);
    private static final Az HERE = new Az("us-east-1a");
    private static final Az THERE = new Az("us-east-1b");
    private static final NetworkChange CHANGE =
            new NetworkChange(1, new InstanceId("i-0123456789abcdef0"), HERE, Change.LAUNCHED, 1, ACCEPTED);

    private final RecordedSpans spans = new RecordedSpans(new IncidentClock(() -> ACCEPTED, Instant.EPOCH, 1));
    private final PropagationTrace trace = new PropagationTrace(spans.tracing(), 2);

    @Test
    void aPropagationEndsWithTheLastZoneLongAfterTheLaunchItIsLinkedTo() {
        try (Span launch = spans.tracing().begin(SpanName.RUN_INSTANCES);
                Span.Scope scope = launch.enter()) {
            trace.accepted(CHANGE);
        }
        trace.settled(new Settled(CHANGE, HERE, Settled.Outcome.USEFUL, ACCEPTED.plus(Duration.ofMinutes(2))));
        assertThat(spans.all(SpanName.PROPAGATION)).isEmpty();
        trace.settled(new Settled(CHANGE, THERE, Settled.Outcome.USEFUL, ACCEPTED.plus(Duration.ofMinutes(9))));

        SpanData launch = spans.one(SpanName.RUN_INSTANCES);
        SpanData way = spans.one(SpanName.PROPAGATION);
        assertThat(way.getTraceId()).isNotEqualTo(launch.getTraceId());
        assertThat(RecordedSpans.tag(way, "link.span")).isEqualTo(launch.getSpanId());
        assertThat(way.getEndEpochNanos() - way.getStartEpochNanos())
                .isEqualTo(Duration.ofMinutes(9).toNanos());
        assertThat(spans.all(SpanName.ZONE_PUSH))
                .extracting(SpanData::getParentSpanId)
                .containsExactly(way.getSpanId(), way.getSpanId());
        assertThat(RecordedSpans.tag(way, "incident.minute")).isEqualTo("1.0");
        assertThat(spans.words()).doesNotContain("slow-workers");
    }

    @Test
    void aChangeThatNoTraceReportedIsNotTraced() {
        trace.accepted(CHANGE);
        trace.settled(new Settled(CHANGE, HERE, Settled.Outcome.USEFUL, ACCEPTED));
        assertThat(spans.all()).isEmpty();
    }
}
