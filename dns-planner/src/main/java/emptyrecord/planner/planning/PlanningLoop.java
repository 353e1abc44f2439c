package emptyrecord.planner.planning;

import emptyrecord.kit.points.Points;
import emptyrecord.planner.client.LoadBalancers;
import emptyrecord.planner.core.Plan;
import emptyrecord.planner.core.Planner;
import emptyrecord.planner.core.Reading;
import emptyrecord.planner.telemetry.PlannerTelemetry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Once a period: reads all load balancers, decides, writes a plan. While it is frozen nothing is written, which is
 * harmless (F30).
 */
public final class PlanningLoop {

    /** The point where a conductor can hold the planner, so that a plan comes when the audience is ready. */
    static final String BEFORE_PLAN = "before-plan";

    private final LoadBalancers loadBalancers;
    private final Planner planner;
    private final PlanHistory history;
    private final InstantSource incident;
    private final PlannerTelemetry telemetry;
    private final Points points;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean frozen;

    /** @param incident the incident clock */
    public PlanningLoop(
            LoadBalancers loadBalancers,
            Planner planner,
            PlanHistory history,
            InstantSource incident,
            PlannerTelemetry telemetry,
            Points points) {
        this.loadBalancers = loadBalancers;
        this.planner = planner;
        this.history = history;
        this.incident = incident;
        this.telemetry = telemetry;
        this.points = points;
        points.declare(BEFORE_PLAN, "next the load balancers are read and a plan is written (F30)");
    }

    public boolean frozen() {
        return frozen;
    }

    public void freeze(boolean wanted) {
        if (frozen != wanted) {
            frozen = wanted;
            points.cutShort();
            telemetry.frozen(wanted);
        }
    }

    /** One period's work; never two at a time: while one is held or slow, the next periods are left out. */
    public void plan() {
        if (frozen || !oneAtATime.tryLock()) {
            return;
        }
        try {
            points.pass(BEFORE_PLAN, "*", Map.of());
            if (!frozen) {
                planNow();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void planNow() {
        List<Reading> readings = loadBalancers.read();
        telemetry.read(readings);
        switch (planner.next(history.latest(), readings, incident.instant())) {
            case Planner.Decision.Fresh fresh -> write(fresh.plan());
            case Planner.Decision.KeptLastSet kept -> {
                telemetry.keptLastSet(kept.plan());
                write(kept.plan());
            }
            case Planner.Decision.NothingKnown nothing -> {}
            case Planner.Decision.InSlowLane waiting -> {}
        }
    }

    private void write(Plan plan) {
        history.append(plan);
        telemetry.written(plan);
    }
}
