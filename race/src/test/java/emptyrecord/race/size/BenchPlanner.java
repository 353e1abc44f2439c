package emptyrecord.race.size;

import emptyrecord.enactor.core.Plan;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.planner.core.Planner;
import emptyrecord.planner.core.PlannerRemedies;
import emptyrecord.planner.core.Reading;
import emptyrecord.race.core.Endpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The planner's core with so many healthy load balancers. Each plan has other addresses, so that an answer shows its plan. */
final class BenchPlanner {

    private static final Duration PERIOD = Duration.ofMinutes(2);

    private final int loadBalancers;
    private final Planner planner = new Planner(
            Endpoints.ALL.names(),
            TreeNames.READABLE,
            PlannerRemedies.declare(new Guards(), PlannerRemedies.SLOW_PERIOD));
    private Optional<emptyrecord.planner.core.Plan> last = Optional.empty();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    BenchPlanner(int loadBalancers) {
        this.loadBalancers = loadBalancers;
    }

    /** How the addresses of a plan begin. */
    static String prefix(long generation) {
        return "10." + generation + ".";
    }

    Plan next() {
        long generation = last.map(emptyrecord.planner.core.Plan::generation).orElse(0L) + 1;
        now = now.plus(PERIOD);
        Planner.Decision decision = planner.next(last, readings(generation), now);
        if (!(decision instanceof Planner.Decision.Fresh fresh)) {
            throw new IllegalStateException("the planner wrote no plan: " + decision);
        }
        last = Optional.of(fresh.plan());
        return latest();
    }

    private List<Reading> readings(long generation) {
        return IntStream.range(0, loadBalancers)
                .<Reading>mapToObj(i ->
                        new Reading.Healthy("lb-" + i, prefix(generation) + i / 250 + "." + (1 + i % 250), 60 + i % 41))
                .toList();
    }

    Plan latest() {
        emptyrecord.planner.core.Plan plan = last.orElseThrow();
        return new Plan(
                new PlanGeneration(plan.generation()),
                plan.endpoints().stream()
                        .map(e -> new Plan.Endpoint(
                                e.name(),
                                e.zone(),
                                e.loadBalancers().stream()
                                        .map(lb ->
                                                new Plan.LoadBalancer(lb.name(), lb.address(), lb.weight(), lb.ipv6()))
                                        .toList()))
                        .toList());
    }

    /** The name of a leaf of the newest plan. */
    String leaf() {
        return "lb-0."
                + TreeNames.READABLE.tree(
                        Endpoints.REGIONAL, latest().generation().value());
    }
}
