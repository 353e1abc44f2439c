package emptyrecord.customers.core.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing worked.
 *
 * @param from when the first failure was known
 * @param until when the next action worked; null while it lasts
 * @param afterRestart the last action before it ended failed, then the process restarted, and the next one worked
 */
public record Spell(Instant from, @Nullable Instant until, boolean afterRestart) {

    public Duration length(Instant now) {
        return Duration.between(from, until == null ? now : until);
    }
}
