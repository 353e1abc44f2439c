package emptyrecord.enactor;

import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.Point;
import emptyrecord.enactor.telemetry.EnactorStatus;
import emptyrecord.kit.points.Points;
import java.util.Map;
import java.util.Optional;

/** The enactor's points as the kit's {@link Points}; a held enactor is listed with the plan in its memory. */
final class ConductedGate implements Gate {

    private final Points points;
    private final EnactorStatus status;

    ConductedGate(Points points, EnactorStatus status) {
        this.points = points;
        this.status = status;
        for (Point point : Point.values()) {
            points.declare(point.wireName(), point.meaning());
        }
    }

    @Override
    public void at(Point point, Optional<Plan.Endpoint> where) {
        long plan = status.now().holding().map(PlanGeneration::value).orElse(0L);
        points.pass(point.wireName(), where.map(Plan.Endpoint::name).orElse("*"), Map.of("plan", plan));
    }

    @Override
    public void cutShort() {
        points.cutShort();
    }
}
