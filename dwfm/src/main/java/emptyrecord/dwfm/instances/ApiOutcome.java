package emptyrecord.dwfm.instances;

import emptyrecord.api.dwfm.DwfmCounter;
import java.util.Locale;
import java.util.Optional;

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
    TERMINATION_EXECUTED(DwfmCounter.TERMINATIONS_EXECUTED, "executed"),
    STOP_ACCEPTED(DwfmCounter.STOPS_ACCEPTED, "accepted"),
    STOP_REFUSED(DwfmCounter.STOPS_REFUSED, "refused"),
    STOP_EXECUTED(DwfmCounter.STOPS_EXECUTED, "executed"),
    REBOOT_ACCEPTED(DwfmCounter.REBOOTS_ACCEPTED, "accepted"),
    REBOOT_REFUSED(DwfmCounter.REBOOTS_REFUSED, "refused"),
    REBOOT_EXECUTED(DwfmCounter.REBOOTS_EXECUTED, "executed");

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

    /** The metric that counts it. */
    public String metric() {
        String request = name().substring(0, name().indexOf('_'));
        return "dwfm." + (request.equals("LAUNCH") ? "launches" : request.toLowerCase(Locale.ROOT) + "s");
    }

    static Optional<ApiOutcome> accepted(Order order) {
        return of(order, TERMINATION_ACCEPTED, STOP_ACCEPTED, REBOOT_ACCEPTED);
    }

    static Optional<ApiOutcome> refused(Order order) {
        return of(order, TERMINATION_REFUSED, STOP_REFUSED, REBOOT_REFUSED);
    }

    static Optional<ApiOutcome> executed(Order order) {
        return of(order, TERMINATION_EXECUTED, STOP_EXECUTED, REBOOT_EXECUTED);
    }

    private static Optional<ApiOutcome> of(Order order, ApiOutcome termination, ApiOutcome stop, ApiOutcome reboot) {
        return switch (order) {
            case NONE -> Optional.empty();
            case TERMINATE -> Optional.of(termination);
            case STOP -> Optional.of(stop);
            case REBOOT -> Optional.of(reboot);
        };
    }
}
