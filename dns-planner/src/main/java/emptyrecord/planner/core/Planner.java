package emptyrecord.planner.core;

import emptyrecord.kit.dns.TreeNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns readings into the next plan (F30). Weights share 1…255 by capacity. When every load balancer is out, the
 * planner keeps the last set. Total failure points at the reader rather than at the load balancers, and a plan without
 * addresses would empty the record by itself (our choice).
 */
public final class Planner {

    private static final int HEAVIEST = 255;
    private static final double FULL_WEIGHT = 100;

    private final List<EndpointName> endpoints;
    private final TreeNames names;
    private final PlannerRemedies remedies;

    /**
     * @param endpoints in the order in which enactors are to walk them
     * @param names of the plans' trees
     */
    public Planner(List<EndpointName> endpoints, TreeNames names, PlannerRemedies remedies) {
        this.endpoints = List.copyOf(endpoints);
        this.names = names;
        this.remedies = remedies;
    }

    /**
     * An endpoint that every plan covers.
     *
     * @param ipv6 whether it has AAAA beside A, as the dual-stack name has (F32)
     */
    public record EndpointName(String name, String zone, boolean ipv6) {}

    /** The planner's decision. */
    public sealed interface Decision {

        /** The plan follows the readings. */
        record Fresh(Plan plan) implements Decision {}

        /** All are out: the plan repeats the last one's load balancers. */
        record KeptLastSet(Plan plan) implements Decision {}

        /** All are out and there is no earlier plan: nothing is written yet. */
        record NothingKnown() implements Decision {}

        /** With guard {@code dns.slow-lane}: a plan that is not urgent, before its time. */
        record InSlowLane() implements Decision {}
    }

    public Decision next(Optional<Plan> last, List<Reading> readings, Instant now) {
        long generation = last.map(Plan::generation).orElse(0L) + 1;
        List<Plan.LoadBalancer> healthy = weighted(readings);
        if (!healthy.isEmpty()) {
            Plan next = plan(generation, now, healthy);
            return mustWait(last, next) ? new Decision.InSlowLane() : new Decision.Fresh(next);
        }
        if (last.isEmpty()) {
            return new Decision.NothingKnown();
        }
        Plan same = repeated(last.get(), generation, now);
        return mustWait(last, same) ? new Decision.InSlowLane() : new Decision.KeptLastSet(same);
    }

    private boolean mustWait(Optional<Plan> last, Plan next) {
        boolean waits = last.isPresent() && !remedies.lanes().isDue(last.get(), next);
        if (waits) {
            remedies.slowLane().acted();
        }
        return waits;
    }

    private Plan plan(long generation, Instant now, List<Plan.LoadBalancer> balancers) {
        return new Plan(
                generation,
                now,
                endpoints.stream()
                        .map(e -> endpoint(e, generation, e.ipv6() ? withIpv6(balancers) : balancers))
                        .toList());
    }

    private static List<Plan.LoadBalancer> withIpv6(List<Plan.LoadBalancer> balancers) {
        return balancers.stream().map(Plan.LoadBalancer::withIpv6).toList();
    }

    private Plan repeated(Plan last, long generation, Instant now) {
        return new Plan(
                generation,
                now,
                last.endpoints().stream()
                        .map(e -> new Plan.Endpoint(
                                e.name(), e.zone(), names.tree(e.zone(), generation), e.loadBalancers()))
                        .toList());
    }

    private Plan.Endpoint endpoint(EndpointName e, long generation, List<Plan.LoadBalancer> balancers) {
        return new Plan.Endpoint(e.name(), e.zone(), names.tree(e.zone(), generation), balancers);
    }

    private static List<Plan.LoadBalancer> weighted(List<Reading> readings) {
        List<Reading.Healthy> healthy = readings.stream()
                .filter(Reading.Healthy.class::isInstance)
                .map(Reading.Healthy.class::cast)
                .toList();
        double largest =
                healthy.stream().mapToDouble(Reading.Healthy::capacity).max().orElse(1);
        return healthy.stream()
                .map(h -> new Plan.LoadBalancer(h.name(), h.address(), weight(h.capacity() / largest)))
                .toList();
    }

    private static int weight(double shareOfLargest) {
        return (int) Math.clamp(Math.round(FULL_WEIGHT * shareOfLargest), 1, HEAVIEST);
    }
}
