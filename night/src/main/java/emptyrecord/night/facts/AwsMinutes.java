package emptyrecord.night.facts;

/**
 * AWS's times of the night in minutes after T+0, when the regional record became empty (docs/incident.md). They are given, not
 * ours to choose. Whole minutes, as constants, so that settings can name them as their defaults.
 */
public final class AwsMinutes {

    /** F2: the record is empty. */
    public static final int RECORD_EMPTY = 0;

    /** F4: errors elsewhere begin. */
    public static final int ERRORS_ELSEWHERE = 3;

    /** F5: the cause is found. */
    public static final int CAUSE_FOUND = 50;

    /** F6: stopgaps for internal services. */
    public static final int STOPGAPS = 87;

    /** F7: the last minute in which leases ran out. */
    public static final int LEASES_LOST = 156;

    /** F8: a healthy tree is installed by hand. */
    public static final int DNS_RESTORED = 157;

    /** F10: the last cached empty answers have expired. */
    public static final int CACHES_EXPIRED = 172;

    /** F12: DWFM is throttled and its hosts are restarted. */
    public static final int REPAIR_BEGUN = 266;

    /** F13: all droplets have leases. */
    public static final int LEASES_HELD = 340;

    /** F14: connection errors begin. */
    public static final int CONNECTION_ERRORS_BEGIN = 342;

    /** F15: planner and enactors are frozen. */
    public static final int AUTOMATION_FROZEN = 350;

    /** F16: instances start and have no network. */
    public static final int NETWORK_LATE = 393;

    /** F17: monitoring notices the failing health checks. */
    public static final int CHECKS_NOTICED = 424;

    /** F19: automatic failover is switched off. */
    public static final int FAILOVER_OFF = 588;

    /** F20: network propagation is normal. */
    public static final int PROPAGATION_NORMAL = 648;

    /** F21: the throttles begin to be relaxed. */
    public static final int THROTTLES_RELAXED = 695;

    /** F22: all EC2 APIs and launches are normal. */
    public static final int LAUNCHES_NORMAL = 842;

    /** F23: automatic failover is switched on again. */
    public static final int FAILOVER_ON = 861;

    /** F24: declared over. */
    public static final int END = 872;

    private AwsMinutes() {}

    /** A time as reports write it: {@code T+157}. */
    public static String tPlus(int minutes) {
        return "T+" + minutes;
    }

    /** A span as reports write it: {@code T+157…T+266}. */
    public static String tPlus(int from, int to) {
        return tPlus(from) + "…" + tPlus(to);
    }
}
