package emptyrecord.night.facts;

import static emptyrecord.night.facts.AwsMinutes.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's time line of the night, in order. The page, a drill's debriefing and the milestones all read it. */
public final class AwsTimeLine {

    /**
     * A moment of that night.
     *
     * @param fact its number in docs/incident.md
     * @param minute T+ in minutes
     * @param label a few words for an axis; null for a moment that no axis has room for
     * @param account what happened, in half a sentence
     * @param byOperators whether people did it
     * @param milestone name of the judge's milestone for the same thing in a run; null where there is none
     */
    public record Moment(
            String fact,
            int minute,
            @Nullable String label,
            String account,
            boolean byOperators,
            @Nullable String milestone) {

        private Moment as(String name) {
            return new Moment(fact, minute, label, account, byOperators, name);
        }
    }

    public static final List<Moment> MOMENTS = List.of(
            seen("F2", RECORD_EMPTY, "Record empty", "the record is empty; DynamoDB's name answers nothing")
                    .as("record-empty"),
            seen("F4", ERRORS_ELSEWHERE, null, "errors in Lambda, STS, sign-in"),
            done(
                    "F5",
                    CAUSE_FOUND,
                    "Cause identified",
                    "cause identified: DynamoDB's DNS state; one alarm out of hundreds had pointed at it"),
            done("F6", STOPGAPS, "Stopgap for internal tools", "first mitigations: some internal services connect"),
            done("F8", DNS_RESTORED, "DNS restored by hand", "a healthy tree is installed by hand")
                    .as("dns-restored"),
            seen(
                            "F10",
                            CACHES_EXPIRED,
                            "Customers reach DynamoDB",
                            "cached empty answers have expired; customers connect again")
                    .as("dynamodb-good"),
            done("F12", REPAIR_BEGUN, "Throttle and restarts", "DWFM throttled and its hosts restarted"),
            seen("F13", LEASES_HELD, "Leases held again", "leases held on all droplets")
                    .as("leases-held"),
            seen(
                            "F14",
                            CONNECTION_ERRORS_BEGIN,
                            "Connection errors begin",
                            "connection errors begin for some load balancers")
                    .as("connection-errors-begin"),
            done("F15", AUTOMATION_FROZEN, null, "planner and enactors frozen in every region"),
            seen("F16", NETWORK_LATE, "Network state late", "instances launch and have no network")
                    .as("delay-over-10"),
            seen(
                            "F17",
                            CHECKS_NOTICED,
                            "Health checks seen failing",
                            "monitoring finds the health-check failures, " + (CHECKS_NOTICED - CONNECTION_ERRORS_BEGIN)
                                    + " minutes after they began")
                    .as("zone-out"),
            done("F19", FAILOVER_OFF, "Failover off", "automatic failover disabled; connection errors end")
                    .as("connection-errors-end"),
            seen("F20", PROPAGATION_NORMAL, "Propagation normal", "network propagation normal")
                    .as("delay-normal"),
            done("F21", THROTTLES_RELAXED, "Throttles relaxed", "operators begin to relax the throttles"),
            seen("F22", LAUNCHES_NORMAL, "Launches normal", "all EC2 APIs and launches normal")
                    .as("launches-normal"),
            done("F23", FAILOVER_ON, "Failover on again", "automatic failover enabled again"),
            seen("F24", END, "Declared end", "declared end").as("all-green"));

    private AwsTimeLine() {}

    private static Moment seen(String fact, int minute, @Nullable String label, String account) {
        return new Moment(fact, minute, label, account, false, null);
    }

    private static Moment done(String fact, int minute, @Nullable String label, String account) {
        return new Moment(fact, minute, label, account, true, null);
    }
}
