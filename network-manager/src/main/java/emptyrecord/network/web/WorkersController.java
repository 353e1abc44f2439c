package emptyrecord.network.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.network.Workers;
import emptyrecord.kit.events.EventLog;
import emptyrecord.network.propagation.NetworkManager;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET/PUT/DELETE /operations/workers}: an operator changes the number of pushers; DELETE and a restart restore
 * the setting.
 */
@RestController
@RequestMapping(Routes.WORKERS)
class WorkersController {

    private static final int PER_ZONE_MAX = 64;

    private final NetworkManager manager;
    private final EventLog events;

    WorkersController(NetworkManager manager, EventLog events) {
        this.manager = manager;
        this.events = events;
    }

    @GetMapping
    Workers workers() {
        return new Workers(manager.ask(n -> n.workers()));
    }

    @PutMapping
    Workers set(@RequestBody Workers wanted) {
        Integer perZone = wanted.perZone();
        if (perZone == null || perZone < 1 || perZone > PER_ZONE_MAX) {
            throw new IllegalArgumentException("perZone must lie between 1 and " + PER_ZONE_MAX);
        }
        return change(perZone);
    }

    @DeleteMapping
    Workers backToTheSetting() {
        return change(manager.ask(n -> n.workersAtStart()));
    }

    private Workers change(int perZone) {
        int before = manager.workers(perZone);
        if (before != perZone) {
            events.recordRequested(EventKind.WORKERS_SET, Map.of(EventId.PER_ZONE, perZone, EventId.BEFORE, before));
        }
        return workers();
    }
}
