package emptyrecord.enactor.chaos;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.switchboard.Fault;

/** Fault {@code lose-lock}: answers an acquisition with "lost" without asking Route 53 (F1). */
public final class LoseLockFault implements Step.World {

    private final Step.World world;
    private final Fault fault;

    public LoseLockFault(Step.World world, Fault fault) {
        this.world = world;
        this.fault = fault;
    }

    @Override
    @SuppressWarnings("unchecked") // a TryLock's result is a BatchOutcome
    public <R> R perform(Action<R> action) {
        if (action instanceof Action.TryLock lock
                && fault.takeOne(lock.endpoint().name())) {
            return (R) (Object) new BatchOutcome.Refused("lost to the injected fault lose-lock");
        }
        return world.perform(action);
    }
}
