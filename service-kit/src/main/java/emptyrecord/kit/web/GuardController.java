package emptyrecord.kit.web;

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
@RequestMapping("/guards")
public class GuardController {

    private final Guards guards;
    private final EventLog events;

    public GuardController(Guards guards, EventLog events) {
        this.guards = guards;
        this.events = events;
    }

    record View(String name, String meaning, boolean on, long timesActed) {
        static View of(Guard guard) {
            return new View(guard.name(), guard.meaning(), guard.on(), guard.timesActed());
        }
    }

    record Wanted(boolean on) {}

    @GetMapping
    List<View> all() {
        return guards.all().stream().map(View::of).toList();
    }

    @GetMapping("/{name}")
    View one(@PathVariable String name) {
        return View.of(find(name));
    }

    @PutMapping("/{name}")
    View set(@PathVariable String name, @RequestBody Wanted wanted) {
        Guard guard = find(name);
        if (guard.on() != wanted.on()) {
            guard.set(wanted.on());
            events.recordRequested("guard-switched", Map.of("guard", name, "on", wanted.on()));
        }
        return View.of(guard);
    }

    private Guard find(String name) {
        return guards.find(name)
                .orElseThrow(() -> new NotFoundException("This service has no guard '" + name + "'; it has "
                        + guards.all().stream().map(Guard::name).toList()));
    }
}
