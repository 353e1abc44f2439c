package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/** A decision of the core: an order for the adapters to carry out, or a notice for telemetry to count. */
public sealed interface Effect {

    /** An order: something outside the core has to be done. */
    sealed interface Order extends Effect {}

    /** A notice: something has happened inside. */
    sealed interface Notice extends Effect {}

    /**
     * Check a node; answer with {@link Checking#checked}.
     *
     * @param checker name of the checker whose slot is taken until the answer
     * @param fromZone the checker's zone
     * @param fromInstance the checker's own instance
     * @param node name of the node
     * @param toInstance the node's instance, or empty when it is dead: then nothing answers
     * @param verification queued by a change of verdict, outside the node's loop
     * @param queuedAt time of the request for the check
     * @param start planned start
     * @param checkTime duration when answered: a floor
     * @param timeOut duration when nothing answers
     */
    record Check(
            String checker,
            String fromZone,
            String fromInstance,
            String node,
            Optional<String> toInstance,
            boolean verification,
            Instant queuedAt,
            Instant start,
            Duration checkTime,
            Duration timeOut)
            implements Order {

        /** The same check at another check time. */
        public Check slowedTo(Duration slower) {
            return new Check(
                    checker, fromZone, fromInstance, node, toInstance, verification, queuedAt, start, slower, timeOut);
        }
    }

    /** Launch an instance; answer with {@link Checking#launched} or {@link Checking#launchRefused}. */
    record Launch(Role role, String slot, String zone, boolean bringUp) implements Order {}

    /** Terminate an instance; answer with {@link Checking#terminated} or {@link Checking#terminationRefused}. */
    record Terminate(String instanceId) implements Order {}

    /** Ask whether an instance's network state is propagated everywhere; answer with {@link Checking#propagation}. */
    record AskPropagation(String instanceId) implements Order {}

    /** Write down, before anything else happens. */
    record Remember(FleetFact fact) implements Order {}

    /** The addresses that DNS shall answer with; never empty. */
    record Publish(SortedSet<String> addresses) implements Order {}

    /** A node's connections go out through this instance from now on; empty: it is dead. */
    record NodePlaced(String node, Optional<String> instanceId) implements Order {}

    /** A target instance of the customers takes connections. */
    record TargetPlaced(String zone, String instanceId) implements Order {}

    /** @param age from the node's result before to this one */
    record Checked(boolean passed, boolean verification, Duration age) implements Notice {}

    record VerdictChanged(String node, boolean healthy) implements Notice {}

    /** @param unhealthyShare of the zone's nodes, failing or late, as the failover saw it */
    record ZoneWithdrawn(String zone, double unhealthyShare) implements Notice {}

    record ZoneRestored(String zone) implements Notice {}

    record AutoFailoverSwitched(boolean on) implements Notice {}

    /** @param reason {@code failing} or {@code end-of-life} */
    record NodeReplaced(String node, String zone, String instanceId, String reason) implements Notice {}

    record CheckerLaunched(String checker, String zone, String instanceId) implements Notice {}

    /** @param reason {@code end-of-life}, {@code unreachable} or {@code scaled-in} */
    record CheckerRetired(String checker, String zone, String instanceId, String reason) implements Notice {}

    /** More than 2 % of the checks of the last five minutes failed. */
    record ChecksFailing(double share) implements Notice {}

    record ChecksNormal(double share) implements Notice {}

    /** All nodes pass for the first time; from now on zones can be withdrawn and nodes replaced. */
    record BroughtUp(int nodes, int checkers) implements Notice {}
}
