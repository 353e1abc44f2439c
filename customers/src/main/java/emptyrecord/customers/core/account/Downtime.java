package emptyrecord.customers.core.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Customer minutes lost, of one client: the time from when an action is known to have failed until the next one works
 * (docs/customers.md). Before the first action that worked nothing is lost. Calls come in the order of their times. Not
 * thread-safe.
 */
final class Downtime {

    private boolean everWorked;
    private @Nullable Instant since;
    private boolean restarted;
    private Duration lost = Duration.ZERO;
    private @Nullable Spell longest;

    /** @param ofThisProcess whether the action began in the client's present process */
    void worked(Instant at, boolean ofThisProcess) {
        everWorked = true;
        if (since != null) {
            Spell over = new Spell(since, at, restarted && ofThisProcess);
            lost = lost.plus(over.length(at));
            longest = longer(over, at);
            since = null;
        }
    }

    /** @param ofThisProcess as above */
    void failed(Instant at, boolean ofThisProcess) {
        restarted &= !ofThisProcess;
        if (everWorked && since == null) {
            since = at;
        }
    }

    /** The process of the client has begun anew. */
    void restarted() {
        restarted = true;
    }

    boolean down() {
        return since != null;
    }

    boolean everWorked() {
        return everWorked;
    }

    Duration lost(Instant now) {
        return since == null ? lost : lost.plus(Duration.between(since, now));
    }

    /** The longest spell, the present one included; null for a client that was never harmed. */
    @Nullable
    Spell longest(Instant now) {
        return since == null ? longest : longer(new Spell(since, null, false), now);
    }

    private Spell longer(Spell candidate, Instant now) {
        return longest == null || candidate.length(now).compareTo(longest.length(now)) > 0 ? candidate : longest;
    }
}
