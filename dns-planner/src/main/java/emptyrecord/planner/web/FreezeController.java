package emptyrecord.planner.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.common.Freeze;
import emptyrecord.planner.planning.PlanningLoop;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET} and {@code PUT /freeze} with {@code {"frozen": true}}: the operators' freeze switch (F15, F41). */
@RestController
@RequestMapping(Routes.FREEZE)
class FreezeController {

    private final PlanningLoop loop;

    FreezeController(PlanningLoop loop) {
        this.loop = loop;
    }

    @GetMapping
    Freeze get() {
        return new Freeze(loop.frozen());
    }

    @PutMapping
    Freeze put(@RequestBody Freeze wanted) {
        if (wanted.frozen() == null) {
            throw new IllegalArgumentException("Say {\"frozen\": true} or {\"frozen\": false}");
        }
        loop.freeze(wanted.frozen());
        return get();
    }
}
