package emptyrecord.enactor.web;

import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.enactor.Hurry;
import emptyrecord.enactor.telemetry.LastLook;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /apply} asks the enactor to apply the planner's latest plan now; {@code GET /apply} says what the last look came to. */
@RestController
@RequestMapping("/apply")
class ApplyController {

    private final Hurry hurry;
    private final LastLook lastLook;

    ApplyController(Hurry hurry, LastLook lastLook) {
        this.hurry = hurry;
        this.lastLook = lastLook;
    }

    @GetMapping
    LookOutcome last() {
        return outcome(lastLook.last());
    }

    /** Answers with the look before; the asked one is over when {@code look} has grown. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    LookOutcome apply() {
        LookOutcome before = last();
        hurry.lookNow();
        return before;
    }

    private static LookOutcome outcome(LastLook.Outcome last) {
        return new LookOutcome(
                last.number(),
                last.plan().isPresent() ? (Long) last.plan().getAsLong() : null,
                last.flipped(),
                last.left());
    }
}
