package emptyrecord.race.core;

import emptyrecord.api.event.EventId;
import java.time.Instant;
import java.util.Map;

/** One event of a run's log, as the services write it: service, time, kind, plan and endpoint. */
public record Logged(Instant wall, String service, String kind, Map<String, Object> ids) {

    boolean isAbout(String endpoint) {
        return endpoint.equals(EventId.ENDPOINT.of(ids));
    }

    long number(EventId id) {
        if (id.of(ids) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("the event " + kind + " of " + service + " at " + wall + " has no number '"
                + id.key() + "'; is this the log of a run?");
    }
}
