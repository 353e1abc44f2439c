package emptyrecord.enactor.web;

import emptyrecord.api.client.Routes;
import emptyrecord.api.enactor.LookOutcome;
import emptyrecord.enactor.ApplyNow;
import emptyrecord.enactor.telemetry.LastPass;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /apply} applies the planner's latest plan now; {@code GET /apply} shows the last outcome. */
@RestController
@RequestMapping(Routes.APPLY)
class ApplyController {

    private final ApplyNow applyNow;
    private final LastPass lastPass;

    ApplyController(ApplyNow applyNow, LastPass lastPass) {
        this.applyNow = applyNow;
        this.lastPass = lastPass;
    }

    @GetMapping
    LookOutcome last() {
        return outcome(lastPass.last());
    }

    /** Answers with the previous look; the requested one is over when {@code look} has grown. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    LookOutcome apply() {
        LookOutcome before = last();
        applyNow.lookNow();
        return before;
    }

    private static LookOutcome outcome(LastPass.Outcome last) {
        return new LookOutcome(
                last.number(),
                last.plan().isPresent() ? (Long) last.plan().getAsLong() : null,
                last.flipped(),
                last.left());
    }
}
