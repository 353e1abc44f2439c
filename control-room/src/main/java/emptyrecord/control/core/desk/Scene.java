package emptyrecord.control.core.desk;

import emptyrecord.control.core.sample.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The region at one tick as the page shows it: the sample, and what the judge of a run does not need. A part that a peer
 * did not answer is null, never a zero.
 *
 * @param minutes incident minutes since the region's origin; runs on when T+ begins anew
 * @param enactors in the order a, b, c
 */
public record Scene(
        Sample sample,
        double minutes,
        @Nullable Planner planner,
        List<Enactor> enactors,
        @Nullable Zone zone,
        @Nullable Dynamo dynamo,
        @Nullable Dwfm dwfm,
        @Nullable Network network,
        @Nullable Nlb nlb) {

    public Scene {
        enactors = List.copyOf(enactors);
    }

    /** @param generation newest plan written; null before the first */
    public record Planner(@Nullable Long generation, boolean frozen) {}

    /**
     * A DNS enactor.
     *
     * @param holding plan in its memory that it is about to apply; null between passes
     * @param step where in its pass it stands, for example {@code back-off}
     * @param attempt how many times running it has tried for the lock
     * @param heldMinutes incident minutes for which it has held this plan, as the desk saw it; null without one
     */
    public record Enactor(
            String name,
            boolean answering,
            @Nullable Long holding,
            @Nullable String endpoint,
            String step,
            int attempt,
            @Nullable Long lastApplied,
            boolean frozen,
            @Nullable Double heldMinutes) {}

    /**
     * The regional endpoint's hosted zone, as Route 53's control API lists it.
     *
     * @param activePlan plan whose tree the apex points at (F33); null when it points at none
     * @param treeThere whether that tree exists: an ALIAS may outlive its target (F39)
     * @param trees generations that have a tree, ascending
     * @param lockHolder who holds the lock now (F35); null when it is free
     * @param answers addresses that DNS gives for the name at this moment
     */
    public record Zone(
            @Nullable Long activePlan,
            boolean treeThere,
            List<Long> trees,
            @Nullable String lockHolder,
            List<String> answers) {}

    /** @param healthy load balancers that are up */
    public record Dynamo(int healthy, int balancers) {}

    /** @param throttleShare share of the capacity that operators let in; null without a throttle */
    public record Dwfm(
            List<String> hosts,
            int hostsAway,
            int inFlight,
            @Nullable Double throttleShare) {}

    /** @param pushesWasted pushes for instances that had ended before, since the process started */
    public record Network(int workersPerZone, long pushesWasted) {}

    /**
     * The load balancer's nodes.
     *
     * @param thoughtUnhealthy nodes whose last verdict is unhealthy
     * @param reallyDown nodes whose instance has ended or is not known in every zone's network; null when unknown
     */
    public record Nlb(
            int nodes,
            int inDns,
            int thoughtUnhealthy,
            @Nullable Integer reallyDown,
            List<ZoneView> zones) {}

    /** An Availability Zone as the health checker holds it. */
    public record ZoneView(String az, boolean inDns, double unhealthyShare, boolean withdrawn) {}
}
