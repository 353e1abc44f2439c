package emptyrecord.dwfm.core;

/** What a host counts; work that succeeded, failed, came late or was never tried is counted apart. */
public enum Counted {
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
    WORK_DISCARDED("workDiscarded");

    private final String json;

    Counted(String json) {
        this.json = json;
    }

    /** The name in {@code GET /state}. */
    public String json() {
        return json;
    }
}
