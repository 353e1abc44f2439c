package emptyrecord.api.nlb;

import emptyrecord.api.json.Absent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load balancer and its checking subsystem, as {@code GET /state} shows it. Ages are incident seconds, shares lie between
 * 0 and 1.
 *
 * @param broughtUp whether the fleet has been complete once
 * @param autoFailover whether zones are taken out of DNS automatically
 * @param checkers at work
 * @param checkersWanted how many the queue requires
 * @param warmingUp checkers that do not judge yet
 * @param failedShare of the recent checks
 */
public record NlbState(
        List<Node> nodes,
        List<Zone> zones,
        double healthyCapacityShare,
        double inDnsShare,
        boolean broughtUp,
        boolean autoFailover,
        int checkers,
        int checkersWanted,
        int checkersLaunching,
        int checksQueued,
        int warmingUp,
        int terminating,
        double meanResultAgeSeconds,
        double failedShare,
        Counters counters) {

    public NlbState {
        nodes = Absent.toEmpty(nodes);
        zones = Absent.toEmpty(zones);
        counters = counters == null ? new Counters(0, 0, 0, 0, 0) : counters;
    }

    /**
     * A node.
     *
     * @param instanceId null while it has none
     */
    public record Node(
            String node,
            String az,
            String address,
            @Nullable String instanceId,
            boolean healthy,
            boolean inDns,
            double lastResultAgeSeconds) {}

    /**
     * A zone.
     *
     * @param withdrawn whether the failover has taken the whole zone out of DNS
     */
    public record Zone(String az, boolean inDns, double unhealthyShare, boolean withdrawn) {}

    /** Counters since the process started. */
    public record Counters(long checks, long checksFailed, long verdictChanges, long failovers, long publishes) {}
}
