package emptyrecord.route53.web;

import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.zones.Submission;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Batches as spans. Route 53 sees the flip and the clean-up, which know nothing of each other: a batch that deletes the
 * records to which a zone's apex points is linked to the flip that pointed it there (F38).
 */
public final class BatchTrace {

    private final Tracing tracing;

    /** By zone: the last flip of its apex. There are as many as zones. */
    private final Map<String, Flip> flips = new ConcurrentHashMap<>();

    private record Flip(String target, TraceContext context) {

        boolean isDestroyedBy(Change change) {
            String name = dotless(change.set().name());
            return change.action() == Action.DELETE && (name.equals(target) || name.endsWith("." + target));
        }
    }

    public BatchTrace(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * Submits a batch under a span.
     *
     * @param apex name of the zone
     * @param caller the span of the caller, from the request's header
     */
    public Submission submit(String apex, ChangeBatch batch, TraceContext caller, Supplier<Submission> submit) {
        if (tracing.current().isNone()) {
            return submit.get();
        }
        Beginning beginning = Beginning.NOW.linkedTo(destroyed(apex, batch));
        try (Span span = tracing.begin(SpanName.ROUTE53_BATCH, beginning)) {
            span.tag("zone", dotless(apex)).tag("changes", batch.changes().size());
            if (!beginning.links().isEmpty()) {
                span.tag("deletes", "the records that the zone's apex points to");
            }
            Submission submission = submit.get();
            describe(span, submission);
            if (submission instanceof Submission.Accepted) {
                remember(apex, batch, caller);
            }
            return submission;
        }
    }

    private TraceContext destroyed(String apex, ChangeBatch batch) {
        Flip flip = flips.get(dotless(apex));
        return flip != null && batch.changes().stream().anyMatch(flip::isDestroyedBy)
                ? flip.context()
                : TraceContext.NONE;
    }

    private void remember(String apex, ChangeBatch batch, TraceContext caller) {
        for (Change change : batch.changes()) {
            if (change.action() != Action.DELETE && dotless(change.set().name()).equals(dotless(apex))) {
                change.set()
                        .alias()
                        .map(RecordSetSpec.Alias::target)
                        .ifPresent(target -> flips.put(dotless(apex), new Flip(dotless(target), caller)));
            }
        }
    }

    private static void describe(Span span, Submission submission) {
        switch (submission) {
            case Submission.Accepted accepted ->
                span.tag("route53.change", accepted.change().id());
            case Submission.Described described -> {}
            case Submission.Rejected rejected -> span.failed(rejected.message());
            case Submission.Refused refused -> span.failed(String.join("; ", refused.reasons()));
            case Submission.NoSuchZone none -> span.failed("no such zone");
            case Submission.Busy busy -> span.failed("a prior request is not complete");
        }
    }

    private static String dotless(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
