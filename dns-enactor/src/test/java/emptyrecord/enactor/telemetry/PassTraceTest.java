package emptyrecord.enactor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.enactor.client.PlanContexts;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.trace.RecordedSpans;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassTraceTest {

    private static final Plan.Endpoint REGIONAL =
            new Plan.Endpoint("regional", "dynamodb.test", List.of(), TreeNames.READABLE);
    private static final PlanGeneration PLAN = new PlanGeneration(145);

    private final IncidentClock clock = new IncidentClock(() -> Instant.EPOCH, Instant.EPOCH, 60);
    private final RecordedSpans spans = new RecordedSpans(clock);
    private final PlanContexts plans = new PlanContexts();
    private final List<TraceContext> seenByRoute53 = new ArrayList<>();
    private final PassTrace trace = new PassTrace(this::perform, plans, spans.tracing());

    @SuppressWarnings("unchecked") // every action here is a batch
    private <R> R perform(Action<R> action) {
        seenByRoute53.add(spans.tracing().current());
        return (R) new BatchOutcome.Applied("C1");
    }

    private Batch batch() {
        return new Batch(REGIONAL.zone(), List.of());
    }

    @Test
    void aPassBelongsToItsPlansTraceAndTheCleanUpToThePass() {
        TraceContext plan;
        try (Span written = spans.tracing().begin(SpanName.PLAN)) {
            plan = written.context();
        }
        plans.read(PLAN, plan);

        trace.planPicked(PLAN, new PlanGeneration(144));
        trace.perform(new Action.TryLock(REGIONAL, PLAN, batch(), Optional.empty()));
        trace.perform(new Action.Build(REGIONAL, PLAN, batch()));
        trace.perform(new Action.Flip(REGIONAL, PLAN, batch()));
        trace.perform(new Action.DeleteTree(REGIONAL, new PlanGeneration(110), batch()));
        trace.passFinished(PLAN, true);

        SpanData pick = spans.one(SpanName.PICK);
        SpanData cleanUp = spans.one(SpanName.CLEAN_UP);
        SpanData delete = spans.one(SpanName.DELETE_TREE);
        assertThat(spans.names()).containsExactly("plan", "lock", "build", "flip", "delete-tree", "clean-up", "pick");
        assertThat(spans.all()).extracting(SpanData::getTraceId).containsOnly(plan.traceId());
        assertThat(pick.getParentSpanId()).isEqualTo(plan.spanId());
        assertThat(List.of(spans.one(SpanName.LOCK), spans.one(SpanName.BUILD), spans.one(SpanName.FLIP), cleanUp))
                .extracting(SpanData::getParentSpanId)
                .containsOnly(pick.getSpanId());
        assertThat(delete.getParentSpanId()).isEqualTo(cleanUp.getSpanId());
        assertThat(RecordedSpans.tag(delete, "tree-of-plan")).isEqualTo("110");
        assertThat(seenByRoute53.getLast().spanId()).isEqualTo(delete.getSpanId());
        assertThat(spans.all())
                .allSatisfy(
                        s -> assertThat(RecordedSpans.tag(s, "incident.minute")).isNotEmpty());
        assertThat(spans.words()).doesNotContain("lose-lock", "slow-changes", "stop");
    }

    @Test
    void aPassThatAFreezeDroppedEndsWhenTheNextBegins() {
        trace.planPicked(PLAN, PlanGeneration.NONE);
        trace.planPicked(PLAN, PlanGeneration.NONE);
        assertThat(spans.all(SpanName.PICK)).hasSize(1);
    }
}
