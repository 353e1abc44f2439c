package emptyrecord.control.drill.core;

import emptyrecord.api.Event;
import java.util.Optional;

/** Alarms that only events can tell: each is one moment, and stays until it has been quiet for a while. */
final class EventAlarms {

    /** Up to four in a row are lost on a good day. */
    private static final int LOSSES = 5;

    /** Older than the clean-up age: the next clean-up deletes it. */
    private static final int CLEAN_UP_AGE = 8;

    private EventAlarms() {}

    static Optional<Alarm> of(Event e) {
        return switch (e.kind()) {
            case "lock-lost" ->
                number(e, "attempt") >= LOSSES
                        ? Optional.of(new Alarm("EnactorLosesLock", e.service()))
                        : Optional.empty();
            case "flip-refused" -> Optional.of(new Alarm("EnactorStuck", e.service()));
            case "load-balancer-out" ->
                Optional.of(new Alarm(
                        "DynamoLoadBalancerDown", String.valueOf(e.ids().get("loadBalancer"))));
            case "plan-flipped" ->
                number(e, "activeBefore") - number(e, "plan") > CLEAN_UP_AGE
                                && "regional".equals(e.ids().get("endpoint"))
                        ? Optional.of(new Alarm("StalePlanActive", ""))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static double number(Event e, String id) {
        return e.ids().get(id) instanceof Number n ? n.doubleValue() : 0;
    }
}
