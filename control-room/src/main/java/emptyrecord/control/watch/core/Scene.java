package emptyrecord.control.watch.core;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The region at one tick as the page shows it: the sample, and data that the judge of a run does not need. A part that
 * a peer did not answer is null, never a zero.
 *
 * @param minutes incident minutes since the region's origin; runs on when T+ starts again
 * @param enactors in the order a, b, c
 * @param calls the canaries' outcomes in the last 5 incident minutes, by canary
 */
public record Scene(
        Sample sample,
        double minutes,
        @Nullable Planner planner,
        List<Enactor> enactors,
        @Nullable Zone zone,
        @Nullable Dynamo dynamo,
        @Nullable Droplets droplets,
        @Nullable Dwfm dwfm,
        @Nullable Network network,
        @Nullable Nlb nlb,
        Map<String, Calls> calls) {

    public Scene {
        enactors = List.copyOf(enactors);
        calls = Map.copyOf(calls);
    }

    /**
     * The DNS planner.
     *
     * @param generation newest plan written; null before the first
     * @param quietMinutes incident minutes for which that has been the newest, as the desk saw it; null before the first
     */
    public record Planner(
            @Nullable Long generation,
            boolean frozen,
            @Nullable Double quietMinutes) {}

    /**
     * A DNS enactor.
     *
     * @param holding plan in its memory that it is about to apply; null between passes
     * @param step its step in the pass, for example {@code back-off}
     * @param attempt how many times running it has tried for the lock
     * @param heldMinutes incident minutes for which it has held this plan, as the desk saw it; null without one
     * @param stillMinutes incident minutes for which nothing about it has changed, as the desk saw it
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
            @Nullable Double heldMinutes,
            double stillMinutes) {}

    /**
     * The regional endpoint's hosted zone, as Route 53's control API lists it.
     *
     * @param activePlan plan whose tree the apex points at (F33); null when it points at none
     * @param treeThere whether that tree exists: an ALIAS may outlive its target (F39)
     * @param trees generations that have a tree, ascending
     * @param lockHolder holder of the lock now (F35); null when it is free
     * @param answers addresses that DNS gives for the name at this moment
     * @param behindMinutes incident minutes for which DNS has not known the tree that the API says is active; 0 when it does
     */
    public record Zone(
            @Nullable Long activePlan,
            boolean treeThere,
            List<Long> trees,
            @Nullable String lockHolder,
            List<String> answers,
            double behindMinutes) {

        public Zone behind(double minutes) {
            return new Zone(activePlan, treeThere, trees, lockHolder, answers, minutes);
        }
    }

    /** @param healthy load balancers that are up */
    public record Dynamo(int healthy, int balancers) {}

    /**
     * The physical hosts, as their agents see them; null in runs from before they were a service of their own.
     *
     * @param obeying droplets that obey a holder whose lease has not run out
     * @param checksInFlight state checks that droplets work on
     * @param instances that run, with or without a lease
     * @param checkSlowdown how many times its usual length a state check took lately; null when it is not known
     */
    public record Droplets(
            int droplets,
            int obeying,
            int checksInFlight,
            int instances,
            @Nullable Double checkSlowdown) {}

    /**
     * The DropletWorkflow Manager.
     *
     * @param throttleShare share of the capacity that operators admit; null without a throttle
     * @param leasesLost leases lost since its process started
     */
    public record Dwfm(
            List<String> hosts,
            int hostsAway,
            int inFlight,
            @Nullable Double throttleShare,
            long leasesLost) {}

    /** The Network Manager's workers, in each zone. */
    public record Network(int workersPerZone) {}

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
