package emptyrecord.control.drill.core;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.util.Optional;

/** Alarms that only events can tell: each is one moment, and stays until it has been quiet for a while. */
final class EventAlarms {

    /** Up to four in a row are lost on a good day. */
    private static final int LOSSES = 5;

    /** Older than the clean-up age: the next clean-up deletes it. */
    private static final int CLEAN_UP_AGE = 8;

    private EventAlarms() {}

    static Optional<Alarm> of(Event e) {
        return switch (EventKind.of(e.kind())) {
            case LOCK_LOST ->
                number(e, EventId.ATTEMPT) >= LOSSES
                        ? Optional.of(new Alarm("EnactorLosesLock", e.service()))
                        : Optional.empty();
            case FLIP_REFUSED -> Optional.of(new Alarm("EnactorStuck", e.service()));
            case LOAD_BALANCER_OUT ->
                Optional.of(new Alarm("DynamoLoadBalancerDown", String.valueOf(EventId.LOAD_BALANCER.of(e))));
            case PLAN_FLIPPED ->
                number(e, EventId.ACTIVE_BEFORE) - number(e, EventId.PLAN) > CLEAN_UP_AGE
                                && "regional".equals(EventId.ENDPOINT.of(e))
                        ? Optional.of(new Alarm("StalePlanActive", ""))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static double number(Event e, EventId id) {
        return id.number(e, 0).doubleValue();
    }
}
