package emptyrecord.kit.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.GuardSwitch;
import emptyrecord.api.common.GuardView;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /guards}, {@code GET} and {@code PUT /guards/{name}} with {@code {"on": true}}. */
@RestController
@RequestMapping(Routes.GUARDS)
public class GuardController {

    private final Guards guards;
    private final EventLog events;

    public GuardController(Guards guards, EventLog events) {
        this.guards = guards;
        this.events = events;
    }

    @GetMapping
    List<GuardView> all() {
        return guards.all().stream().map(GuardController::view).toList();
    }

    @GetMapping("/{name}")
    GuardView one(@PathVariable String name) {
        return view(find(name));
    }

    @PutMapping("/{name}")
    GuardView set(@PathVariable String name, @RequestBody GuardSwitch wanted) {
        Guard guard = find(name);
        if (guard.on() != wanted.on()) {
            guard.set(wanted.on());
            events.recordRequested(EventKind.GUARD_SWITCHED, Map.of(EventId.GUARD, name, EventId.ON, wanted.on()));
        }
        return view(guard);
    }

    private static GuardView view(Guard guard) {
        return new GuardView(guard.name(), guard.meaning(), guard.on(), guard.timesActed());
    }

    private Guard find(String name) {
        return guards.find(name)
                .orElseThrow(() -> new NotFoundException("This service has no guard '" + name + "'; it has "
                        + guards.all().stream().map(Guard::name).toList()));
    }
}
