package emptyrecord.api.enactor;

import emptyrecord.api.json.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an enactor's last look for a plan came to, {@code GET} and {@code POST /apply}.
 *
 * @param look number of the last look that is over
 * @param plan null when there was none newer than the active one
 * @param flipped endpoints that went live
 * @param left endpoints that did not go live, and why
 */
public record LookOutcome(long look, @Nullable Long plan, List<String> flipped, Map<String, String> left) {

    public LookOutcome {
        flipped = Absent.toEmpty(flipped);
        left = Absent.toEmpty(left);
    }
}
