package emptyrecord.enactor.client;

import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.trace.TraceContext;

/** The trace of the newest plan, as the planner answered it. The plan itself stays free of it: the core compares plans. */
public final class PlanContexts {

    private record Known(PlanGeneration plan, TraceContext context) {}

    private volatile Known newest = new Known(PlanGeneration.NONE, TraceContext.NONE);

    public void read(PlanGeneration plan, TraceContext context) {
        newest = new Known(plan, context);
    }

    /** None for another plan than the one that was read last. */
    public TraceContext of(PlanGeneration plan) {
        Known known = newest;
        return known.plan().equals(plan) ? known.context() : TraceContext.NONE;
    }
}
