package emptyrecord.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.CachingLookup;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.HostEntries;
import emptyrecord.kit.switchboard.Guard;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OtelTracingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String NAME = "dynamodb.us-east-1.amazonaws.test";

    private Instant now = START;
    private final IncidentClock clock = new IncidentClock(() -> now, START, 60);
    private final RecordedSpans spans = new RecordedSpans(clock);
    private final Tracing tracing = spans.tracing();

    @Test
    void aSpanInsideAnotherIsItsChildAndAContextTravelsAsAHeader() {
        String header;
        try (Span plan = tracing.begin(SpanName.PLAN);
                Span.Scope scope = plan.enter()) {
            header = tracing.current().traceparent();
        }
        tracing.begin(SpanName.PICK, Beginning.under(TraceContext.of(header))).close();

        SpanData plan = spans.one(SpanName.PLAN);
        SpanData pick = spans.one(SpanName.PICK);
        assertThat(pick.getTraceId()).isEqualTo(plan.getTraceId());
        assertThat(pick.getParentSpanId()).isEqualTo(plan.getSpanId());
        assertThat(tracing.current()).isEqualTo(TraceContext.NONE);
    }

    @Test
    void everySpanCarriesItsIncidentMinuteAndTPlusOnceItIsKnown() {
        tracing.begin(SpanName.PLAN).close();
        clock.zeroAt(START.plusSeconds(10));
        tracing.begin(SpanName.PICK, Beginning.at(START.plus(Duration.ofMinutes(12))))
                .close();

        assertThat(spans.one(SpanName.PLAN).getAttributes().get(IncidentMinutes.MINUTE))
                .isZero();
        assertThat(spans.one(SpanName.PLAN).getAttributes().get(IncidentMinutes.T_PLUS))
                .isNull();
        assertThat(spans.one(SpanName.PICK).getAttributes().get(IncidentMinutes.MINUTE))
                .isEqualTo(12.0);
        assertThat(spans.one(SpanName.PICK).getAttributes().get(IncidentMinutes.T_PLUS))
                .isEqualTo("T+2.0");
    }

    @Test
    void aSpanInIncidentTimeLiesOnTheWallWhereTheClockPutsIt() {
        tracing.begin(SpanName.STATE_CHECK, Beginning.at(START.plusSeconds(60))).endAt(START.plusSeconds(180));

        SpanData check = spans.one(SpanName.STATE_CHECK);
        assertThat(check.getEndEpochNanos() - check.getStartEpochNanos()).isEqualTo(2_000_000_000L);
    }

    @Test
    void aLinkIsATagTooBecauseTheViewerHasNoLinks() {
        Span launch = tracing.begin(SpanName.LAUNCH);
        tracing.begin(SpanName.PROPAGATION, Beginning.NOW.linkedTo(launch.context()))
                .close();

        SpanData way = spans.one(SpanName.PROPAGATION);
        assertThat(way.getTraceId()).isNotEqualTo(launch.context().traceId());
        assertThat(way.getLinks().getFirst().getSpanContext().getSpanId())
                .isEqualTo(launch.context().spanId());
        assertThat(RecordedSpans.tag(way, "link.trace"))
                .isEqualTo(launch.context().traceId());
    }

    @Test
    void checksAreKeptBySeedPlansAlwaysAndInnerSpansNeverAlone() {
        RecordedSpans few = new RecordedSpans(clock, 0.25);
        for (int i = 0; i < 400; i++) {
            few.tracing().begin(SpanName.STATE_CHECK).close();
            few.tracing().begin(SpanName.PLAN).close();
            few.tracing().begin(SpanName.DNS_LOOKUP).close();
            few.tracing().begin(SpanName.PROPAGATION).close();
        }
        assertThat(few.all(SpanName.STATE_CHECK)).hasSizeBetween(70, 130);
        assertThat(few.all(SpanName.PLAN)).hasSize(400);
        assertThat(few.all(SpanName.DNS_LOOKUP)).isEmpty();
        assertThat(few.all(SpanName.PROPAGATION)).isEmpty();
        RecordedSpans again = new RecordedSpans(clock, 0.25);
        for (int i = 0; i < 400; i++) {
            again.tracing().begin(SpanName.STATE_CHECK).close();
        }
        assertThat(again.all(SpanName.STATE_CHECK)).hasSameSizeAs(few.all(SpanName.STATE_CHECK));
    }

    @Test
    void aCheckThatIsNotKeptHasNoContextForItsPeers() {
        Span check = new RecordedSpans(clock, 0).tracing().begin(SpanName.STATE_CHECK);
        assertThat(check.context()).isEqualTo(TraceContext.NONE);
    }

    @Test
    void aLookUpTellsItsAnswersAndHowLongAnEmptyOneIsRepeated() {
        CachingLookup cache = new CachingLookup(
                name -> new DnsAnswer.Empty(Duration.ofSeconds(900)), clock, new HostEntries(), new Guard("g", "m"));
        TracedLookup lookup = new TracedLookup(cache, cache, tracing);
        lookup.lookup(NAME);
        assertThat(spans.all()).isEmpty();
        try (Span check = tracing.begin(SpanName.STATE_CHECK);
                Span.Scope scope = check.enter()) {
            now = START.plusSeconds(5);
            lookup.lookup(NAME);
        }

        SpanData asked = spans.one(SpanName.DNS_LOOKUP);
        assertThat(RecordedSpans.tag(asked, "dns.question")).isEqualTo(NAME + " A");
        assertThat(RecordedSpans.tag(asked, "dns.outcome")).isEqualTo("empty");
        assertThat(RecordedSpans.tag(asked, "dns.negative-cache-seconds")).isEqualTo("600");
        assertThat(asked.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aHeaderThatIsNoKeptContextIsNone() {
        assertThat(TraceContext.of("00-0123456789abcdef0123456789abcdef-0123456789abcdef-00"))
                .isEqualTo(TraceContext.NONE);
        assertThat(TraceContext.of("anything")).isEqualTo(TraceContext.NONE);
        assertThat(TraceContext.of(null)).isEqualTo(TraceContext.NONE);
    }
}
