package emptyrecord.night.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The control room's observations at one tick. A part that a peer did not answer is null (a gap), never a zero.
 *
 * @param seq number of the sample since the control room started, from 1
 * @param wall wall time of the tick
 * @param tPlusMinutes incident minutes since T+0, or null before T+0 is known
 * @param regional the regional DynamoDB name, by a real DNS query
 * @param gaps names of the peers that did not answer
 */
public record Sample(
        long seq,
        Instant wall,
        @Nullable Double tPlusMinutes,
        Regional regional,
        @Nullable Leases leases,
        @Nullable Network network,
        @Nullable Nlb nlb,
        @Nullable Automation automation,
        Customers customers,
        List<String> gaps) {

    /**
     * The regional name.
     *
     * @param outcome {@code addresses}, {@code empty}, {@code no_such_name} or {@code server_dead}
     * @param answers addresses in the one answer
     * @param possible addresses that the name could answer, as fake-route53 reports; null when it did not report
     */
    public record Regional(
            String outcome, int answers, @Nullable Integer possible) {
        public boolean answering() {
            return outcome.equals("addresses");
        }

        public boolean empty() {
            return outcome.equals("empty");
        }
    }

    /**
     * DWFM. Totals count from the start of its process; rates are null in the first sample.
     *
     * @param apiRatePerMinute launches per incident minute that EC2 accepts now; null when there is no limit
     * @param leasesPerMinute leases made per incident minute (goodput)
     * @param hostsStarting hosts whose start is not over: they work at a pace that a host at work does not keep; null
     *     in runs from before this was reported
     * @param apiLimited whether operators have set that limit; null in runs from before this was reported
     * @param attemptsPerMinute attempts worked per incident minute, late and failed ones included (throughput)
     */
    public record Leases(
            int droplets,
            int held,
            long queueLength,
            double oldestQueuedSeconds,
            long madeTotal,
            long attemptsTotal,
            long checksFailedTotal,
            @Nullable Double leasesPerMinute,
            @Nullable Double attemptsPerMinute,
            @Nullable Double apiRatePerMinute,
            @Nullable Integer hostsStarting,
            @Nullable Boolean apiLimited) {
        public double heldShare() {
            return droplets == 0 ? 0 : (double) held / droplets;
        }
    }

    /** Whether operators hold launches under a limit (F12, F24); false if it is not known. */
    public boolean launchesLimited() {
        return leases != null && Boolean.TRUE.equals(leases.apiLimited());
    }

    /**
     * The Network Manager.
     *
     * @param delayMinutes of the worst zone: median of the last 5 minutes or age of the oldest item, the greater
     * @param queueLengths by Availability Zone
     */
    public record Network(double delayMinutes, Map<String, Integer> queueLengths) {
        public int worstQueue() {
            return queueLengths.values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * The load balancer's nodes and their checkers.
     *
     * @param healthyCapacityShare share of the nominal nodes that are in DNS and healthy
     * @param failureShare share of health checks that failed since the last sample; null when none ran
     */
    public record Nlb(
            double healthyCapacityShare,
            double inDnsShare,
            List<String> zonesWithdrawn,
            int checkers,
            int checkersWanted,
            double meanResultAgeSeconds,
            boolean autoFailover,
            @Nullable Double failureShare) {}

    /** The DNS automation: newest plan written, newest plan applied by any enactor. */
    public record Automation(
            @Nullable Long plannerGeneration, @Nullable Long activePlan) {}

    /**
     * Outcomes of customers and canaries since the last sample.
     *
     * @param launches outcomes of launch calls by code; {@code launched} is a success
     * @param connections outcomes of connections through the load balancer; {@code ok} is a success
     * @param waiting refused customers who will come again
     * @param canaries by name
     */
    public record Customers(
            Map<String, Integer> launches,
            Map<String, Integer> connections,
            int waiting,
            Map<String, Canary> canaries) {
        /** Canaries' success in percent, by name; without those that have not been tried lately. */
        public Map<String, Long> successPercents() {
            Map<String, Long> percents = new TreeMap<>();
            canaries.forEach((name, canary) -> {
                Double share = canary.successShare();
                if (share != null) {
                    percents.put(name, Math.round(100 * share));
                }
            });
            return percents;
        }

        public int launchCalls() {
            return total(launches);
        }

        public int connectionsTried() {
            return total(connections);
        }

        public int connectionsFailed() {
            return connectionsTried() - connections.getOrDefault("ok", 0);
        }

        private static int total(Map<String, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * A canary: its tries since the last sample, and its success share over the last 5 minutes (null: no try in them).
     */
    public record Canary(
            int worked,
            int failed,
            int neverTried,
            @Nullable Double successShare) {
        public int tries() {
            return worked + failed + neverTried;
        }
    }
}
