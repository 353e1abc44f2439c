package emptyrecord.api.enactor;

import emptyrecord.api.json.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an enactor's last look for a plan, {@code GET} and {@code POST /apply}.
 *
 * @param look number of the last completed look
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
