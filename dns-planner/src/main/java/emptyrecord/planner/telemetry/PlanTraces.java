package emptyrecord.planner.telemetry;

import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.planner.core.Plan;
import java.util.TreeMap;

/** Each plan begins a trace, to which every enactor's pass of it belongs. The traces of the newest plans are known. */
public final class PlanTraces {

    /** An enactor takes the newest plan; the others are for one whose answer is on its way. */
    private static final int KEPT = 4;

    private final Tracing tracing;
    private final TreeMap<Long, TraceContext> traces = new TreeMap<>();

    public PlanTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    synchronized void written(Plan plan) {
        try (Span span = tracing.begin(SpanName.PLAN, Beginning.at(plan.createdAt()))) {
            span.tag("plan", plan.generation())
                    .tag("endpoints", plan.endpoints().size());
            if (!span.context().isNone()) {
                traces.put(plan.generation(), span.context());
            }
        }
        if (traces.size() > KEPT) {
            traces.pollFirstEntry();
        }
    }

    /** None for a plan that is not traced. */
    public synchronized TraceContext of(long generation) {
        return traces.getOrDefault(generation, TraceContext.NONE);
    }
}
