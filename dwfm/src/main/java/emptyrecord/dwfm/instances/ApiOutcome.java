package emptyrecord.dwfm.instances;

import emptyrecord.api.dwfm.DwfmCounter;

/** Outcomes of requests to the EC2 API, counted apart. */
public enum ApiOutcome {
    LAUNCH_SUCCEEDED(DwfmCounter.LAUNCHES_SUCCEEDED, "succeeded"),
    LAUNCH_NO_CAPACITY(DwfmCounter.LAUNCHES_INSUFFICIENT_CAPACITY, "InsufficientInstanceCapacity"),
    LAUNCH_LIMITED(DwfmCounter.LAUNCHES_REQUEST_LIMIT_EXCEEDED, "RequestLimitExceeded"),
    LAUNCH_NO_ROOM(DwfmCounter.LAUNCHES_INSTANCE_LIMIT_EXCEEDED, "InstanceLimitExceeded"),
    LAUNCH_INTERNAL_ERROR(DwfmCounter.LAUNCHES_INTERNAL_ERROR, "InternalError"),
    LAUNCH_TIMED_OUT(DwfmCounter.LAUNCHES_TIMED_OUT, "timed_out"),
    TERMINATION_ACCEPTED(DwfmCounter.TERMINATIONS_ACCEPTED, "accepted"),
    TERMINATION_REFUSED(DwfmCounter.TERMINATIONS_REFUSED, "refused"),
    TERMINATION_EXECUTED(DwfmCounter.TERMINATIONS_EXECUTED, "executed");

    private final DwfmCounter counter;
    private final String tag;

    ApiOutcome(DwfmCounter counter, String tag) {
        this.counter = counter;
        this.tag = tag;
    }

    /** Its name in {@code GET /state}. */
    public DwfmCounter counter() {
        return counter;
    }

    /** The value of the metric's label. */
    public String tag() {
        return tag;
    }

    public boolean launch() {
        return name().startsWith("LAUNCH");
    }
}
