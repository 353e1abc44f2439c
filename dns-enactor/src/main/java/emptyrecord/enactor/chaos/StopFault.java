package emptyrecord.enactor.chaos;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.switchboard.Fault;

/** Fault {@code stop}: holds every action until the fault is cleared. */
public final class StopFault implements Step.World {

    private final Step.World world;
    private final Fault fault;
    private final Runnable briefly;

    /** @param briefly waits a short real time */
    public StopFault(Step.World world, Fault fault, Runnable briefly) {
        this.world = world;
        this.fault = fault;
        this.briefly = briefly;
    }

    @Override
    public <R> R perform(Action<R> action) {
        while (fault.injection().isPresent() && !Thread.currentThread().isInterrupted()) {
            briefly.run();
        }
        return world.perform(action);
    }
}
