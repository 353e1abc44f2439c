package emptyrecord.enactor.chaos;

import emptyrecord.enactor.core.Action;
import emptyrecord.enactor.core.Step;
import emptyrecord.kit.switchboard.Fault;
import java.time.Duration;

/** Fault {@code slow-changes}: stretches the waits that represent the API's latency; polls and back-offs stay. */
public final class SlowChanges implements Step.World {

    private final Step.World world;
    private final Fault fault;

    public SlowChanges(Step.World world, Fault fault) {
        this.world = world;
        this.fault = fault;
    }

    @Override
    @SuppressWarnings("unchecked") // a Wait's result is Done
    public <R> R perform(Action<R> action) {
        if (action instanceof Action.Wait wait && standsForTheApi(wait.why())) {
            double factor = fault.magnitude("*").orElse(1.0);
            Duration stretched = Duration.ofNanos(Math.round(wait.duration().toNanos() * factor));
            return (R) (Object) world.perform(new Action.Wait(stretched, wait.why(), wait.at()));
        }
        return world.perform(action);
    }

    private static boolean standsForTheApi(Action.Why why) {
        return switch (why) {
            case POLL, BACK_OFF -> false;
            case BEFORE_BUILD, BEFORE_FLIP, BEFORE_LIST, BEFORE_DELETE -> true;
        };
    }
}
