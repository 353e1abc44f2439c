package emptyrecord.enactor.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.Freeze;
import emptyrecord.api.enactor.EnactorState;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.enactor.FreezeSwitch;
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
    private final FreezeSwitch freezeSwitch;
    private final EventLog events;

    EnactorController(
            @Value("${spring.application.name}") String name,
            EnactorStatus status,
            FreezeSwitch freezeSwitch,
            EventLog events) {
        this.name = name;
        this.status = status;
        this.freezeSwitch = freezeSwitch;
        this.events = events;
    }

    @GetMapping(Routes.STATE)
    EnactorState state() {
        EnactorStatus.Snapshot now = status.now();
        return new EnactorState(
                name,
                now.holding().map(PlanGeneration::value).orElse(null),
                now.endpoint().orElse(null),
                now.step(),
                now.attempt(),
                now.lastApplied().map(PlanGeneration::value).orElse(null),
                freezeSwitch.frozen());
    }

    @GetMapping(Routes.FREEZE)
    Freeze frozen() {
        return new Freeze(freezeSwitch.frozen());
    }

    @PutMapping(Routes.FREEZE)
    Freeze freeze(@RequestBody Freeze wanted) {
        if (wanted.frozen() == null) {
            throw new IllegalArgumentException("Say {\"frozen\": true} or {\"frozen\": false}");
        }
        if (freezeSwitch.frozen() != wanted.frozen()) {
            freezeSwitch.freeze(wanted.frozen());
            events.recordRequested(EventKind.ENACTOR_FROZEN, Map.of(EventId.FROZEN, wanted.frozen()));
        }
        return frozen();
    }
}
