package emptyrecord.dwfm.instances;

/** What became of requests to the EC2 face, counted apart. */
public enum ApiOutcome {
    LAUNCH_SUCCEEDED("launchesSucceeded", "succeeded"),
    LAUNCH_NO_CAPACITY("launchesInsufficientCapacity", "InsufficientInstanceCapacity"),
    LAUNCH_LIMITED("launchesRequestLimitExceeded", "RequestLimitExceeded"),
    LAUNCH_NO_ROOM("launchesInstanceLimitExceeded", "InstanceLimitExceeded"),
    LAUNCH_INTERNAL_ERROR("launchesInternalError", "InternalError"),
    LAUNCH_TIMED_OUT("launchesTimedOut", "timed_out"),
    TERMINATION_ACCEPTED("terminationsAccepted", "accepted"),
    TERMINATION_REFUSED("terminationsRefused", "refused"),
    TERMINATION_EXECUTED("terminationsExecuted", "executed");

    private final String json;
    private final String tag;

    ApiOutcome(String json, String tag) {
        this.json = json;
        this.tag = tag;
    }

    /** The name in {@code GET /state}. */
    public String json() {
        return json;
    }

    /** The value of the metric's label. */
    public String tag() {
        return tag;
    }

    public boolean launch() {
        return name().startsWith("LAUNCH");
    }
}
