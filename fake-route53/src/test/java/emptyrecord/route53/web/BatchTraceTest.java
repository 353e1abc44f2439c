package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.trace.RecordedSpans;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.zones.ChangeInfo;
import emptyrecord.route53.zones.Submission;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTraceTest {

    private static final String APEX = "db.test.";

    private final IncidentClock clock = new IncidentClock(() -> Instant.EPOCH, Instant.EPOCH, 60);
    private final RecordedSpans spans = new RecordedSpans(clock);
    private final BatchTrace trace = new BatchTrace(spans.tracing());

    @Test
    void aCleanUpIsLinkedToTheFlipWhoseRecordsItDeletes() {
        TraceContext flip = submit(SpanName.FLIP, flipTo("plan-140.db.test"));
        submit(SpanName.DELETE_TREE, deleteOf("lb-1a.plan-139.db.test"));
        submit(SpanName.DELETE_TREE, deleteOf("lb-1a.plan-140.db.test"));

        List<SpanData> batches = spans.all(SpanName.ROUTE53_BATCH);
        assertThat(batches.get(1).getLinks()).isEmpty();
        SpanData destroying = batches.get(2);
        assertThat(RecordedSpans.tag(destroying, "link.span")).isEqualTo(flip.spanId());
        assertThat(RecordedSpans.tag(destroying, "route53.change")).isEqualTo("C1");
        assertThat(destroying.getParentSpanId())
                .isEqualTo(spans.all(SpanName.DELETE_TREE).get(1).getSpanId());
        assertThat(spans.words()).doesNotContain("slow-propagation", "servfail");
    }

    @Test
    void aBatchWithoutATraceIsOnlySubmitted() {
        trace.submit(APEX, flipTo("plan-140.db.test"), TraceContext.NONE, this::accepted);
        assertThat(spans.all()).isEmpty();
    }

    /** @return the caller's span */
    private TraceContext submit(SpanName caller, ChangeBatch batch) {
        try (Span span = spans.tracing().begin(caller);
                Span.Scope scope = span.enter()) {
            trace.submit(APEX, batch, span.context(), this::accepted);
            return span.context();
        }
    }

    private Submission accepted() {
        return new Submission.Accepted(
                new ChangeInfo("C1", false, Instant.EPOCH), ZoneData.create("Z1", "db.test", 900));
    }

    private static ChangeBatch flipTo(String target) {
        return new ChangeBatch(List.of(new Change(Action.UPSERT, RecordSetSpec.ofAlias("db.test", "A", "Z1", target))));
    }

    private static ChangeBatch deleteOf(String name) {
        return new ChangeBatch(
                List.of(new Change(Action.DELETE, RecordSetSpec.ofValues(name, "A", 60, List.of("10.0.0.1")))));
    }
}
