package emptyrecord.enactor.web;

import emptyrecord.enactor.Hurry;
import emptyrecord.enactor.telemetry.LastLook;
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

    private final Hurry hurry;
    private final LastLook lastLook;

    ApplyController(Hurry hurry, LastLook lastLook) {
        this.hurry = hurry;
        this.lastLook = lastLook;
    }

    /**
     * @param look number of the last look that is over
     * @param plan null when there was none newer than the active one
     * @param left endpoints that did not go live, and why
     */
    record View(long look, @Nullable Long plan, List<String> flipped, Map<String, String> left) {
        static View of(LastLook.Outcome last) {
            return new View(
                    last.number(),
                    last.plan().isPresent() ? (Long) last.plan().getAsLong() : null,
                    last.flipped(),
                    last.left());
        }
    }

    @GetMapping
    View last() {
        return View.of(lastLook.last());
    }

    /** Answers with the look before; the asked one is over when {@code look} has grown. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    View apply() {
        View before = last();
        hurry.lookNow();
        return before;
    }
}
