package emptyrecord.nlb.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.trace.RecordedSpans;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.core.Effect;
import emptyrecord.nlb.core.NodeSpec;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTraceTest {

    private static final Instant NOW = Instant.EPOCH.plusSeconds(600);
    private static final Effect.Check CHECK = new Effect.Check(
            "checker-1",
            "us-east-1a",
            "i-1",
            "node-b1",
            Optional.of("i-2"),
            false,
            NOW.minusSeconds(40),
            NOW.minusSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    private final IncidentClock clock = new IncidentClock(() -> NOW, Instant.EPOCH, 1);
    private final RecordedSpans spans = new RecordedSpans(clock);
    private final CheckTrace trace =
            new CheckTrace(spans.tracing(), List.of(new NodeSpec("node-b1", "us-east-1b", "127.1.2.10")), clock);

    @Test
    void aWithdrawalBelongsToTheTraceOfTheCheckThatFailedTheZonesLastNode() {
        trace.checked(
                CHECK,
                new Prober.Result(Prober.Outcome.FAILED, NOW),
                List.of(new Effect.VerdictChanged("node-b1", false)));
        TraceContext withdrawal = trace.withdrawn(List.of(new Effect.ZoneWithdrawn("us-east-1b", 0.6)));

        SpanData check = spans.one(SpanName.HEALTH_CHECK);
        SpanData verdict = spans.one(SpanName.VERDICT);
        SpanData out = spans.one(SpanName.ZONE_WITHDRAWAL);
        assertThat(verdict.getParentSpanId()).isEqualTo(check.getSpanId());
        assertThat(out.getParentSpanId()).isEqualTo(verdict.getSpanId());
        assertThat(withdrawal.spanId()).isEqualTo(out.getSpanId());
        assertThat(RecordedSpans.tag(out, "az")).isEqualTo("us-east-1b");
        assertThat(RecordedSpans.tag(check, "incident.minute")).isEqualTo("9.33");
        assertThat(spans.words()).doesNotContain("slow-checker");
    }

    @Test
    void whatIsPublishedWithoutAWithdrawalHasNoTraceOfIt() {
        assertThat(trace.withdrawn(List.of(new Effect.ZoneRestored("us-east-1b"))))
                .isEqualTo(TraceContext.NONE);
    }
}
