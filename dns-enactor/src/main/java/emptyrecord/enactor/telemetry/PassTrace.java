package emptyrecord.enactor.telemetry;

import emptyrecord.enactor.client.PlanContexts;
import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass as a trace: plan, pick, then lock, build and flip of each endpoint, and the clean-up. The pick belongs to its
 * plan's trace, so that a pass with an old plan shows as a late part of an old trace (F38). One thread drives a pass.
 */
public final class PassTrace implements Step.World, EnactorObserver {

    private final Step.World world;
    private final PlanContexts plans;
    private final Tracing tracing;
    private @Nullable Span pick;
    private @Nullable Span cleanUp;

    public PassTrace(Step.World world, PlanContexts plans, Tracing tracing) {
        this.world = world;
        this.plans = plans;
        this.tracing = tracing;
    }

    @Override
    public void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {
        finish();
        pick = tracing.begin(SpanName.PICK, Beginning.under(plans.of(plan)))
                .tag("plan", plan.value())
                .tag("plan.active-before", activeBefore.value());
    }

    @Override
    public void planSkipped(At at, Skip why) {
        Span pass = pick;
        if (pass != null && why != Skip.ALREADY_CURRENT) {
            pass.tag("skipped." + at.endpoint().name(), why.name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void passFinished(PlanGeneration plan, boolean complete) {
        Span pass = pick;
        if (pass != null && !complete) {
            pass.failed("the pass was incomplete");
        }
        finish();
    }

    private void finish() {
        if (cleanUp != null) {
            cleanUp.close();
            cleanUp = null;
        }
        if (pick != null) {
            pick.close();
            pick = null;
        }
    }

    @Override
    public <R> R perform(Action<R> action) {
        Optional<SpanName> name = name(action);
        TraceContext parent = parent(action);
        if (name.isEmpty() || parent.isNone()) {
            return world.perform(action);
        }
        try (Span span = tracing.begin(name.get(), Beginning.under(parent));
                Span.Scope scope = span.enter()) {
            R result = world.perform(action);
            describe(span, (Action.Submit) action, result);
            return result;
        }
    }

    private static Optional<SpanName> name(Action<?> action) {
        return switch (action) {
            case Action.TryLock lock -> Optional.of(SpanName.LOCK);
            case Action.Build build -> Optional.of(SpanName.BUILD);
            case Action.Flip flip -> Optional.of(SpanName.FLIP);
            case Action.DeleteTree delete -> Optional.of(SpanName.DELETE_TREE);
            default -> Optional.empty();
        };
    }

    private TraceContext parent(Action<?> action) {
        Span pass = pick;
        if (pass == null) {
            return TraceContext.NONE;
        }
        return action instanceof Action.DeleteTree || action instanceof Action.ListTrees
                ? cleanUp(pass).context()
                : pass.context();
    }

    /** It begins when the trees are listed. */
    private Span cleanUp(Span pass) {
        Span begun = cleanUp;
        if (begun == null) {
            begun = tracing.begin(SpanName.CLEAN_UP, Beginning.under(pass.context()));
            cleanUp = begun;
        }
        return begun;
    }

    private static void describe(Span span, Action.Submit action, Object result) {
        span.tag("zone", action.batch().zone())
                .tag(
                        action instanceof Action.DeleteTree ? "tree-of-plan" : "plan",
                        action.plan().value());
        switch (result) {
            case BatchOutcome.Applied applied -> span.tag("route53.change", applied.changeId());
            case BatchOutcome.Refused refused -> span.failed(refused.message());
            default -> {}
        }
    }
}
