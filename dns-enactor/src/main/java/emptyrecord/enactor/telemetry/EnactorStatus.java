package emptyrecord.enactor.telemetry;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.EnactorObserver;
import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The plan in the enactor's memory and its current step, for people and gauges. */
public final class EnactorStatus implements EnactorObserver {

    private volatile Snapshot now = new Snapshot(Optional.empty(), Optional.empty(), "idle", 0, Optional.empty());
    private boolean asked;
    private volatile boolean firstPassOver;

    /**
     * A snapshot.
     *
     * @param holding the plan in memory
     * @param endpoint its current one
     * @param step for example {@code back-off}
     * @param attempt lost locks in a row at this endpoint
     * @param lastApplied plan of the last full pass since the start
     */
    public record Snapshot(
            Optional<PlanGeneration> holding,
            Optional<String> endpoint,
            String step,
            int attempt,
            Optional<PlanGeneration> lastApplied) {}

    public Snapshot now() {
        return now;
    }

    /**
     * Whether planner and Route 53 have answered and the enactor has finished with the answer: the plan was not newer
     * than the active one, or its pass has ended.
     */
    public boolean firstPassOver() {
        return firstPassOver;
    }

    /** Called before each action. */
    public synchronized void doing(Action<?> action) {
        asked = asked || action instanceof Action.ReadHead;
        firstPassOver = firstPassOver || asked && action instanceof Action.Wait wait && wait.why() == Action.Why.POLL;
        Optional<String> endpoint = switch (action) {
            case Action.ReadPlan read -> now.endpoint();
            case Action.Wait wait -> wait.at().map(Plan.Endpoint::name);
            case Action.ReadHead read -> Optional.of(read.endpoint().name());
            case Action.ListTrees list -> Optional.of(list.endpoint().name());
            case Action.Submit submit -> Optional.of(submit.endpoint().name());
        };
        int attempt = endpoint.equals(now.endpoint()) ? now.attempt() : 0;
        now = new Snapshot(now.holding(), endpoint, stepName(action), attempt, now.lastApplied());
    }

    /** The enactor has dropped everything. */
    public synchronized void idle(String step) {
        now = new Snapshot(Optional.empty(), Optional.empty(), step, 0, now.lastApplied());
    }

    private static String stepName(Action<?> action) {
        return switch (action) {
            case Action.Wait wait -> wait.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Action.ReadHead read ->
                read.purpose() == Action.Purpose.LOCK
                        ? "read-lock"
                        : read.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Action.ReadPlan read -> "read-plan";
            case Action.ListTrees list -> "list-trees";
            case Action.TryLock lock -> "try-lock";
            case Action.Build build -> "build";
            case Action.Flip flip -> "flip";
            case Action.FreeLock free -> "free-lock";
            case Action.DeleteTree delete -> "delete-tree";
        };
    }

    @Override
    public synchronized void planPicked(PlanGeneration plan, PlanGeneration activeBefore) {
        now = new Snapshot(Optional.of(plan), now.endpoint(), now.step(), 0, now.lastApplied());
    }

    @Override
    public synchronized void lockLost(At at, int lostLocks, Duration backOff) {
        now = new Snapshot(
                Optional.of(at.plan()), Optional.of(at.endpoint().name()), now.step(), lostLocks, now.lastApplied());
    }

    @Override
    public synchronized void passFinished(PlanGeneration plan, boolean complete) {
        Optional<PlanGeneration> applied = complete ? Optional.of(plan) : now.lastApplied();
        now = new Snapshot(Optional.empty(), Optional.empty(), now.step(), 0, applied);
    }
}
