package emptyrecord.kit.web;

import emptyrecord.api.Event;
import emptyrecord.api.client.Routes;
import emptyrecord.kit.events.EventLog;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /events?after=SEQ&limit=N}: the service's own events, oldest first. */
@RestController
public class EventController {

    private final EventLog events;

    public EventController(EventLog events) {
        this.events = events;
    }

    @GetMapping(Routes.EVENTS)
    List<Event> after(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "1000") int limit) {
        if (after < 0 || limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("after must not be negative, limit must lie between 1 and 10000");
        }
        return events.after(after, limit);
    }
}
