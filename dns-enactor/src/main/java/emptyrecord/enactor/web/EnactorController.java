package emptyrecord.enactor.web;

import emptyrecord.api.common.Freeze;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.enactor.Freezer;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.telemetry.EnactorStatus;
import emptyrecord.kit.events.EventLog;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /state}; {@code GET} and {@code PUT /freeze} with {@code {"frozen": true}}. */
@RestController
class EnactorController {

    private final String name;
    private final EnactorStatus status;
    private final Freezer freezer;
    private final EventLog events;

    EnactorController(
            @Value("${spring.application.name}") String name, EnactorStatus status, Freezer freezer, EventLog events) {
        this.name = name;
        this.status = status;
        this.freezer = freezer;
        this.events = events;
    }

    @GetMapping("/state")
    EnactorState state() {
        EnactorStatus.Snapshot now = status.now();
        return new EnactorState(
                name,
                now.holding().map(PlanGeneration::value).orElse(null),
                now.endpoint().orElse(null),
                now.step(),
                now.attempt(),
                now.lastApplied().map(PlanGeneration::value).orElse(null),
                freezer.frozen());
    }

    @GetMapping("/freeze")
    Freeze frozen() {
        return new Freeze(freezer.frozen());
    }

    @PutMapping("/freeze")
    Freeze freeze(@RequestBody Freeze wanted) {
        if (wanted.frozen() == null) {
            throw new IllegalArgumentException("Say {\"frozen\": true} or {\"frozen\": false}");
        }
        if (freezer.frozen() != wanted.frozen()) {
            freezer.freeze(wanted.frozen());
            events.recordRequested(EventKind.ENACTOR_FROZEN, Map.of(EventId.FROZEN, wanted.frozen()));
        }
        return frozen();
    }
}
