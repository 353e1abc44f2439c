package emptyrecord.planner.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.util.Map;

/** Fault {@code stop}: no plan is written, as with a paused process; the world freezes, harmlessly (F30). */
public final class StopFault implements Runnable {

    private final Runnable plan;
    private final Fault fault;

    /** @param plan one period's work */
    public StopFault(Faults faults, Runnable plan) {
        this.plan = plan;
        this.fault = faults.declare(new Fault(
                "stop",
                "The planner is paused: it writes no plan, and nothing else changes (F30)",
                "switch",
                new Fault.Range(1, 1),
                Map.of("on", 1.0)));
    }

    @Override
    public void run() {
        if (fault.injection().isEmpty()) {
            plan.run();
        }
    }
}
