package emptyrecord.enactor.web;

import emptyrecord.enactor.ApplyNow;
import emptyrecord.enactor.telemetry.LastPass;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private final ApplyNow applyNow;
    private final LastPass lastPass;

    ApplyController(ApplyNow applyNow, LastPass lastPass) {
        this.applyNow = applyNow;
        this.lastPass = lastPass;
    }

    /**
     * @param look number of the last look that is over
     * @param plan null when there was none newer than the active one
     * @param left endpoints that did not go live, and why
     */
    record View(long look, @Nullable Long plan, List<String> flipped, Map<String, String> left) {
        static View of(LastPass.Outcome last) {
            return new View(
                    last.number(),
                    last.plan().isPresent() ? (Long) last.plan().getAsLong() : null,
                    last.flipped(),
                    last.left());
        }
    }

    @GetMapping
    View last() {
        return View.of(lastPass.last());
    }

    /** Answers with the look before; the asked one is over when {@code look} has grown. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View apply() {
        View before = last();
        applyNow.lookNow();
        return before;
    }
}
