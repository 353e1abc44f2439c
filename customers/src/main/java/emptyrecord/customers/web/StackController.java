package emptyrecord.customers.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.fleet.Fleet;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.web.NotFoundException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /stacks}: their definitions, and restarts of a stack's clients, as their operators do. */
@RestController
class StackController {

    private final Fleet fleet;
    private final EventLog events;

    StackController(Fleet fleet, EventLog events) {
        this.fleet = fleet;
        this.events = events;
    }

    /** How many clients were restarted. */
    record Restarted(String stack, int clients) {}

    @GetMapping(Routes.STACKS)
    List<Stack> stacks() {
        return fleet.stacks();
    }

    @PostMapping(Routes.STACKS + "/{name}/restart")
    Restarted restart(@PathVariable String name) {
        int clients = fleet.restart(name).orElseThrow(() -> unknown(name));
        events.record(EventKind.STACK_RESTARTED, Map.of(EventId.STACK, name, EventId.CLIENTS, clients));
        return new Restarted(name, clients);
    }

    private NotFoundException unknown(String name) {
        List<String> known = fleet.stacks().stream().map(Stack::name).toList();
        return new NotFoundException("there is no stack '" + name + "'; there are " + String.join(", ", known));
    }
}
