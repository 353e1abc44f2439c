package emptyrecord.api.dwfm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import emptyrecord.api.json.Absent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Droplet Workflow Manager, as {@code GET /state} shows it.
 *
 * @param droplets all of them, with or without a lease
 * @param leasesHeld leases that are valid now
 * @param queueLength entries of all hosts' queues
 * @param oldestQueuedSeconds incident seconds that the oldest entry has waited
 * @param attemptsInFlight attempts to establish a lease that are in progress
 * @param api EC2's request limit; null only from a peer that omits it
 * @param parkedTerminations terminations, stops and reboots that wait for the lease of their droplet
 * @param wiring how the hosts make lapsed leases again: {@code stale-fifo}, {@code all-or-nothing-batch} or {@code
 *     thundering-herd}
 */
public record DwfmState(
        int droplets,
        int leasesHeld,
        int queueLength,
        double oldestQueuedSeconds,
        int attemptsInFlight,
        List<Host> hosts,
        Counters counters,
        @Nullable ApiLimit api,
        int parkedTerminations,
        String wiring) {

    public DwfmState {
        hosts = Absent.toEmpty(hosts);
        wiring = Absent.toEmpty(wiring);
        counters = counters == null ? Counters.of(Map.of()) : counters;
    }

    /**
     * One host (cell) of dwfm.
     *
     * @param host its name, for example {@code dwfm-1}
     * @param oldestQueuedSeconds incident seconds
     * @param restarting whether it is away
     * @param starting whether its start-up still limits it
     * @param startUpLimit attempts at a time that the start-up admits; null after it
     * @param throttleShare share of its capacity that operators admit; null without a throttle
     */
    public record Host(
            String host,
            int leasesHeld,
            int droplets,
            int queueLength,
            double oldestQueuedSeconds,
            boolean restarting,
            boolean starting,
            @Nullable Double startUpLimit,
            @Nullable Double throttleShare) {

        public Host {
            host = Absent.toEmpty(host);
        }
    }

    /**
     * EC2's request limit.
     *
     * @param ratePerMinute launches per incident minute
     * @param tokens launches that are admitted at once
     * @param changed an operator has set it
     */
    public record ApiLimit(double ratePerMinute, double tokens, boolean changed) {}

    /** How often each thing happened since the process started. */
    public record Counters(@JsonValue Map<String, Long> byName) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Counters {
            byName = Absent.toEmpty(byName);
        }

        /** @param counts missing ones count as 0 */
        public static Counters of(Map<DwfmCounter, Long> counts) {
            Map<String, Long> byName = new LinkedHashMap<>();
            for (DwfmCounter counter : DwfmCounter.values()) {
                byName.put(counter.json(), counts.getOrDefault(counter, 0L));
            }
            return new Counters(byName);
        }

        public long of(DwfmCounter counter) {
            return byName.getOrDefault(counter.json(), 0L);
        }
    }
}
