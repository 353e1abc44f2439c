package emptyrecord.night.alarm;

/**
 * The alarms that a drill can have, with the waits of {@code prometheus/rules/alerts.yml}. There they are real seconds at speed
 * 60; here they are incident minutes, so they hold at any speed.
 */
public enum AlarmKind {
    REGIONAL_RECORD_EMPTY("RegionalRecordEmpty", 1, 0),
    STALE_PLAN_ACTIVE("StalePlanActive", 2, 0),
    ENACTOR_LOSES_LOCK("EnactorLosesLock", 2, 0),
    ENACTOR_STUCK("EnactorStuck", 5, 0),
    DYNAMO_LOAD_BALANCER_DOWN("DynamoLoadBalancerDown", 3, 0),
    LEASES_LOST("LeasesLost", 3, 0),
    LEASE_GOODPUT_COLLAPSED("LeaseGoodputCollapsed", 3, 0),
    DWFM_QUEUE_BEYOND_DEADLINE("DwfmQueueBeyondDeadline", 3, 0),
    NETWORK_STATE_LATE("NetworkStateLate", 3, 0),
    NLB_RESULTS_LATE("NlbResultsLate", 3, 5),
    NLB_ZONE_WITHDRAWN("NlbZoneWithdrawn", 1, 5),
    NLB_CAPACITY_BELOW_DEMAND("NlbCapacityBelowDemand", 2, 5),
    CANARY_BURNS_FAST("CanaryBurnsFast", 1, 0),
    SERVICE_DOWN("ServiceDown", 3, 0);

    private final String title;
    private final double forMinutes;
    private final double keepMinutes;

    AlarmKind(String title, double forMinutes, double keepMinutes) {
        this.title = title;
        this.forMinutes = forMinutes;
        this.keepMinutes = keepMinutes;
    }

    /** As Prometheus names it. */
    public String title() {
        return title;
    }

    /** How long it must hold before it fires. */
    double forMinutes() {
        return forMinutes;
    }

    /** How long it goes on firing after it held last. */
    double keepMinutes() {
        return keepMinutes;
    }
}
