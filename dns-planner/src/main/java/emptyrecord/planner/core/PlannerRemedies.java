package emptyrecord.planner.core;

import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;

/**
 * The planner's guard and the variant that it selects; off is the night. Read again at each plan.
 *
 * @param slowPeriod of the slow lane, incident time
 */
public record PlannerRemedies(Guard slowLane, Duration slowPeriod) {

    /** Our choice (planner.slow-lane): an enactor held up for twenty minutes misses two plans instead of ten. */
    public static final Duration SLOW_PERIOD = Duration.ofMinutes(10);

    public static PlannerRemedies declare(Guards guards, Duration slowPeriod) {
        return new PlannerRemedies(
                guards.declare(
                        "dns.slow-lane",
                        "A plan that takes no address out waits until the last one is " + slowPeriod.toMinutes()
                                + " min old (F41)"),
                slowPeriod);
    }

    Lanes lanes() {
        return slowLane.on() ? new Lanes.TwoLanes(slowPeriod) : new Lanes.OneLane();
    }
}
