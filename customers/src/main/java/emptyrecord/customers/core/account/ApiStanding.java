package emptyrecord.customers.core.account;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client got from one API so far.
 *
 * @param results actions by what the user got
 * @param reasons actions that did not work, by why
 * @param requests begun, of all actions
 * @param answered requests that a server answered
 * @param requestsOfFailures requests of the actions that did not work
 * @param lost customer time lost
 * @param longest the longest spell in which nothing worked; null for a client that was never harmed
 * @param everWorked whether any action worked
 * @param down whether the last known action failed
 */
public record ApiStanding(
        Map<Result, Long> results,
        Map<Reason, Long> reasons,
        long requests,
        long answered,
        long requestsOfFailures,
        Duration lost,
        @Nullable Spell longest,
        boolean everWorked,
        boolean down) {}
