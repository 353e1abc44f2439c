package emptyrecord.api.droplets;

import emptyrecord.api.json.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The droplets, as {@code GET /state} shows them. Counts are since the process started.
 *
 * @param droplets how many there are
 * @param leasesObeyed droplets whose holder's lease runs
 * @param instancesRunning on all droplets
 * @param checks state checks
 * @param changes of instances
 * @param refusals by reason, of checks and changes: {@code older_epoch}, {@code same_epoch_other_holder}, {@code
 *     never_held}, {@code other_holder}, {@code lease_over}, {@code no_room}
 * @param checkSlowdown how many times as long as usual a state check took, the mean of those that were answered in the last
 *     5 incident minutes; null when none was
 * @param gateway before the droplets; callers that are not wired through it do not pass it
 */
public record DropletsState(
        int droplets,
        int leasesObeyed,
        int instancesRunning,
        Calls checks,
        Calls changes,
        Map<String, Long> refusals,
        @Nullable Double checkSlowdown,
        Gateway gateway) {

    public DropletsState {
        checks = checks == null ? Calls.NONE : checks;
        changes = changes == null ? Calls.NONE : changes;
        refusals = Absent.toEmpty(refusals);
        gateway = gateway == null ? Gateway.NONE : gateway;
    }

    /**
     * The gateways of all hosts' droplets together.
     *
     * @param slots calls that they serve at a time
     * @param busy slots in use
     * @param waiting calls in their queues
     * @param served calls whose service has ended
     * @param wasted those of them whose caller had given up by then
     * @param dropped calls that left the queue unserved
     * @param turnedAway calls that found the queue full
     */
    public record Gateway(int slots, int busy, int waiting, long served, long wasted, long dropped, long turnedAway) {

        public static final Gateway NONE = new Gateway(0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Calls of one kind.
     *
     * @param inFlight that a droplet works on now
     * @param byOutcome {@code obeyed}, {@code refused}, {@code cancelled}, {@code rejected}, {@code turned_away}, {@code
     *     failed}
     */
    public record Calls(int inFlight, Map<String, Long> byOutcome) {

        static final Calls NONE = new Calls(0, Map.of());

        public Calls {
            byOutcome = Absent.toEmpty(byOutcome);
        }
    }
}
