package emptyrecord.api.event;

import emptyrecord.api.Event;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of events in a service, with the ids of each. Code names a kind by its constant, so that a renamed kind
 * breaks compilation. Only tests of the wire form spell words and keys out.
 */
public enum EventKind {
    PLAN_PICKED("plan-picked", EventId.PLAN, EventId.ACTIVE_BEFORE, EventId.HELD_BACK),
    PLAN_FLIPPED(
            "plan-flipped",
            EventId.PLAN,
            EventId.ACTIVE_BEFORE,
            EventId.ENDPOINT,
            EventId.ZONE,
            EventId.CHANGE,
            EventId.LOCK_CHANGE,
            EventId.BUILD_CHANGE),
    PLAN_CLEANED("plan-cleaned", EventId.PLAN, EventId.APPLIED, EventId.ENDPOINT, EventId.ZONE, EventId.CHANGE),
    PLAN_SKIPPED(
            "plan-skipped",
            EventId.PLAN,
            EventId.ACTIVE_BEFORE,
            EventId.ENDPOINT,
            EventId.ZONE,
            EventId.WHY,
            EventId.HELD_BACK),
    PASS_FINISHED("pass-finished", EventId.PLAN, EventId.COMPLETE, EventId.HELD_BACK),
    FLIP_REFUSED(
            "flip-refused",
            EventId.PLAN,
            EventId.ACTIVE_BEFORE,
            EventId.ENDPOINT,
            EventId.ZONE,
            EventId.REASON,
            EventId.HELD_BACK),
    LOCK_LOST(
            "lock-lost",
            EventId.PLAN,
            EventId.ACTIVE_BEFORE,
            EventId.ENDPOINT,
            EventId.ZONE,
            EventId.ATTEMPT,
            EventId.BACK_OFF_SECONDS,
            EventId.HELD_BACK),
    LOCK_FREED(
            "lock-freed",
            EventId.PLAN,
            EventId.ENDPOINT,
            EventId.ZONE,
            EventId.CHANGE,
            EventId.LOCK_CHANGE,
            EventId.BUILD_CHANGE),
    ENACTOR_FROZEN("enactor-frozen", EventId.FROZEN),
    PLANNER_FROZEN("planner-frozen"),
    PLANNER_UNFROZEN("planner-unfrozen"),
    ALL_LOAD_BALANCERS_OUT("all-load-balancers-out", EventId.PLAN),
    LOAD_BALANCER_OUT("load-balancer-out", EventId.LOAD_BALANCER, EventId.REASON),
    LOAD_BALANCER_BACK("load-balancer-back", EventId.LOAD_BALANCER),
    LOAD_BALANCER_DOWN("load-balancer-down", EventId.LOAD_BALANCER, EventId.ADDRESS, EventId.ZONE),
    LOAD_BALANCER_UP("load-balancer-up", EventId.LOAD_BALANCER, EventId.ADDRESS, EventId.ZONE),
    TABLE_CREATED("table-created", EventId.TABLE, EventId.HASH_KEY),
    TABLE_DELETED("table-deleted", EventId.TABLE, EventId.ITEMS),
    ANSWER_EMPTIED("answer-emptied", EventId.NAME, EventId.WAS_POSSIBLE),
    ANSWER_RESTORED("answer-restored", EventId.NAME, EventId.POSSIBLE),
    HEALTH_CHECK_STATUS_CHANGED("health-check-status-changed", EventId.ID, EventId.STATUS),
    CHANGE_REFUSED("change-refused", EventId.ZONE, EventId.REASON),
    API_LIMIT_SET("api-limit-set", EventId.LAUNCHES_PER_MINUTE),
    API_LIMIT_CLEARED("api-limit-cleared", EventId.LAUNCHES_PER_MINUTE),
    HOST_CRASHED("host-crashed", EventId.HOST),
    HOST_RESTARTED("host-restarted", EventId.HOST, EventId.DROPPED),
    LEASES_RECALLED("leases-recalled", EventId.HOST, EventId.ROWS, EventId.HELD, EventId.GOES_ON),
    THROTTLE_SET("throttle-set", EventId.SHARE),
    THROTTLE_CLEARED("throttle-cleared"),
    WIRING_SET("wiring-set", EventId.WIRING),
    START_UP_COMPLETE("start-up-complete", EventId.HOST),
    STATE_CHECKS_FAILING("state-checks-failing", EventId.HOST, EventId.REASON),
    STATE_CHECKS_RECOVERED("state-checks-recovered", EventId.HOST),
    PROPAGATION_DELAYED("propagation-delayed", EventId.AZ, EventId.DELAY_SECONDS, EventId.QUEUE_LENGTH),
    PROPAGATION_NORMAL("propagation-normal", EventId.AZ, EventId.DELAY_SECONDS, EventId.QUEUE_LENGTH),
    WORKERS_SET("workers-set", EventId.PER_ZONE, EventId.BEFORE),
    STACK_RESTARTED("stack-restarted", EventId.STACK, EventId.CLIENTS),
    DROPLET_REFUSED_OLDER_HOLDER(
            "droplet-refused-older-holder",
            EventId.DROPLET,
            EventId.HOLDER,
            EventId.EPOCH,
            EventId.OBEYED,
            EventId.OBEYED_EPOCH),
    ZONE_WITHDRAWN("zone-withdrawn", EventId.AZ, EventId.UNHEALTHY_SHARE),
    ZONE_RESTORED("zone-restored", EventId.AZ),
    AUTO_FAILOVER_SWITCHED("auto-failover-switched", EventId.ON),
    NODE_REPLACED("node-replaced", EventId.NODE, EventId.AZ, EventId.INSTANCE, EventId.REASON),
    CHECKER_LAUNCHED("checker-launched", EventId.CHECKER, EventId.AZ, EventId.INSTANCE),
    CHECKER_RETIRED("checker-retired", EventId.CHECKER, EventId.AZ, EventId.INSTANCE, EventId.REASON),
    HEALTH_CHECKS_FAILING("health-checks-failing", EventId.SHARE),
    HEALTH_CHECKS_NORMAL("health-checks-normal", EventId.SHARE),
    FLEET_BROUGHT_UP("fleet-brought-up", EventId.NODES, EventId.CHECKERS),
    GUARD_SWITCHED("guard-switched", EventId.GUARD, EventId.ON),
    FAULT_INJECTED("fault-injected", EventId.FAULT, EventId.MAGNITUDE, EventId.TARGET),
    FAULT_CLEARED("fault-cleared", EventId.FAULT),
    FAULT_LEASE_EXPIRED("fault-lease-expired", EventId.FAULT),
    HOST_ENTRY_SET("host-entry-set", EventId.NAME, EventId.ADDRESSES),
    HOST_ENTRY_REMOVED("host-entry-removed", EventId.NAME),
    POINT_HELD("point-held", EventId.POINT, EventId.TARGET),
    POINT_REACHED("point-reached", EventId.POINT, EventId.TARGET),
    POINT_RELEASED("point-released", EventId.POINT),
    POINT_LET_GO("point-let-go", EventId.POINT, EventId.BECAUSE),
    CLOCK_STALLED(
            "clock-stalled",
            EventId.LASTED_SECONDS,
            EventId.OVER_SECONDS,
            EventId.WORST_SECONDS,
            EventId.WORST_INCIDENT_SECONDS),
    SERVICE_RESTARTED("service-restarted", EventId.EXIT_STATUS),
    /** Also has the operation's parameters and results. */
    OPERATOR_ACTION("operator-action", EventId.ACTION, EventId.FACT, EventId.BY, EventId.BECAUSE, EventId.ENDPOINTS),
    OPERATOR_ACTION_FAILED("operator-action-failed", EventId.OPERATION, EventId.REASON),
    ROLLBACK_FAILED("rollback-failed", EventId.OPERATION, EventId.REASON),
    ROUND_STARTED("round-started", EventId.ROUND, EventId.ENACTOR),
    ROUND_ENDED("round-ended", EventId.ROUND, EventId.OUTCOME),
    RECORD_EMPTY("record-empty", EventId.ZONE, EventId.AT, EventId.ROUND),
    STEADY_REACHED("steady-reached", EventId.ID),
    REPLAY_STARTED("replay-started", EventId.ID, EventId.SEED, EventId.GUARDS, EventId.TRIGGER),
    REPLAY_FINISHED("replay-finished", EventId.ID, EventId.OUTCOME, EventId.REASON),
    SCENARIO_STARTED("scenario-started", EventId.ID, EventId.SCENARIO, EventId.SEED),
    SCENARIO_METHOD_BEGUN("scenario-method-begun", EventId.SCENARIO),
    SCENARIO_FINISHED("scenario-finished", EventId.ID, EventId.OUTCOME, EventId.REASON),
    MILESTONE_REACHED("milestone-reached", EventId.NAME, EventId.HERE),
    LEASES_ALL_HELD("leases-all-held", EventId.HELD, EventId.DROPLETS),
    LEASES_NINE_TENTHS_LOST("leases-nine-tenths-lost", EventId.HELD, EventId.DROPLETS),
    LEASES_HALF_LOST("leases-half-lost", EventId.HELD, EventId.DROPLETS),
    /** A kind that is not listed here. */
    OTHER("");

    private static final Map<String, EventKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::word, Function.identity()));

    private final String word;
    private final Set<EventId> ids;

    EventKind(String word, EventId... ids) {
        this.word = word;
        this.ids = Set.of(ids);
    }

    /** The name in an event, for example {@code plan-flipped}. */
    public String word() {
        return word;
    }

    /** The ids of such an event; not each event has all. */
    public Set<EventId> ids() {
        return ids;
    }

    public boolean is(Event event) {
        return is(event.kind());
    }

    public boolean is(String kind) {
        return word.equals(kind);
    }

    /** {@link #OTHER} for an event whose kind is not listed here. */
    public static EventKind of(Event event) {
        return of(event.kind());
    }

    /** {@link #OTHER} for a word that is not listed here. */
    public static EventKind of(String word) {
        return BY_WORD.getOrDefault(word, OTHER);
    }
}
