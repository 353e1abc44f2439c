package emptyrecord.api.dwfm;

/**
 * dwfm's counters since its process started, by their names in {@code GET /state}. Work that succeeded, failed, came
 * late or was never tried is counted apart.
 */
public enum DwfmCounter {
    CHECKS_SUCCEEDED("checksSucceeded"),
    CHECKS_FAILED("checksFailed"),
    CHECKS_LATE("checksLate"),
    CHECKS_DROPPED("checksDropped"),
    CHECKS_REJECTED("checksRejected"),
    ATTEMPTS_QUEUED("attemptsQueued"),
    ATTEMPTS_SUCCEEDED("attemptsSucceeded"),
    ATTEMPTS_FAILED("attemptsFailed"),
    ATTEMPTS_LATE("attemptsLate"),
    ATTEMPTS_REDUNDANT("attemptsRedundant"),
    ATTEMPTS_DROPPED("attemptsDropped"),
    ATTEMPTS_REJECTED("attemptsRejected"),
    ATTEMPTS_THROTTLED("attemptsThrottled"),
    CHANGES_SUCCEEDED("changesSucceeded"),
    CHANGES_FAILED("changesFailed"),
    LEASES_LOST("leasesLost"),
    WORK_DISCARDED("workDiscarded"),
    LAUNCHES_SUCCEEDED("launchesSucceeded"),
    LAUNCHES_INSUFFICIENT_CAPACITY("launchesInsufficientCapacity"),
    LAUNCHES_REQUEST_LIMIT_EXCEEDED("launchesRequestLimitExceeded"),
    LAUNCHES_INSTANCE_LIMIT_EXCEEDED("launchesInstanceLimitExceeded"),
    LAUNCHES_INTERNAL_ERROR("launchesInternalError"),
    LAUNCHES_TIMED_OUT("launchesTimedOut"),
    TERMINATIONS_ACCEPTED("terminationsAccepted"),
    TERMINATIONS_REFUSED("terminationsRefused"),
    TERMINATIONS_EXECUTED("terminationsExecuted"),
    STOPS_ACCEPTED("stopsAccepted"),
    STOPS_REFUSED("stopsRefused"),
    STOPS_EXECUTED("stopsExecuted"),
    REBOOTS_ACCEPTED("rebootsAccepted"),
    REBOOTS_REFUSED("rebootsRefused"),
    REBOOTS_EXECUTED("rebootsExecuted");

    private final String json;

    DwfmCounter(String json) {
        this.json = json;
    }

    /** The name in {@code GET /state}. */
    public String json() {
        return json;
    }
}
