package emptyrecord.race.core;

import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.planner.core.Planner;
import emptyrecord.planner.core.PlannerRemedies;
import emptyrecord.planner.core.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The planner's real core with every load balancer healthy; its newest plan as the enactors' HTTP client reads it. */
public final class SimulatedPlanner {

    private static final int ADDRESSES = 250;

    private final Planner planner;
    private final List<Reading> readings;
    private Optional<emptyrecord.planner.core.Plan> last = Optional.empty();
    private Optional<Plan> latest = Optional.empty();

    /** @param loadBalancers names; the n-th has address 127.0.n.10, after each 250 with the next second number */
    public SimulatedPlanner(Endpoints endpoints, List<String> loadBalancers, PlannerRemedies remedies) {
        this.planner = new Planner(endpoints.names(), TreeNames.READABLE, remedies);
        this.readings = loadBalancers.stream()
                .<Reading>map(lb -> new Reading.Healthy(lb, address(loadBalancers.indexOf(lb)), 100))
                .toList();
    }

    private static String address(int index) {
        return "127." + index / ADDRESSES + "." + (index % ADDRESSES + 1) + ".10";
    }

    /**
     * One plan period (F30).
     *
     * @return whether it wrote a plan
     */
    public boolean plan(Instant now) {
        return switch (planner.next(last, readings, now)) {
            case Planner.Decision.Fresh fresh -> keep(fresh.plan());
            case Planner.Decision.KeptLastSet kept -> keep(kept.plan());
            case Planner.Decision.NothingKnown nothing -> false;
            case Planner.Decision.InSlowLane waiting -> false;
        };
    }

    private boolean keep(emptyrecord.planner.core.Plan plan) {
        last = Optional.of(plan);
        latest = Optional.of(new Plan(
                new PlanGeneration(plan.generation()),
                plan.endpoints().stream().map(SimulatedPlanner::endpoint).toList()));
        return true;
    }

    private static Plan.Endpoint endpoint(emptyrecord.planner.core.Plan.Endpoint endpoint) {
        return new Plan.Endpoint(
                endpoint.name(),
                endpoint.zone(),
                endpoint.loadBalancers().stream()
                        .map(lb -> new Plan.LoadBalancer(lb.name(), lb.address(), lb.weight(), lb.ipv6()))
                        .toList());
    }

    public Optional<Plan> latest() {
        return latest;
    }

    public PlanGeneration generation() {
        return latest.map(Plan::generation).orElse(PlanGeneration.NONE);
    }
}
