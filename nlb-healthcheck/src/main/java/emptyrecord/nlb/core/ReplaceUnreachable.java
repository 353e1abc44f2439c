package emptyrecord.nlb.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The rule {@code replace-unreachable} of the checkers' auto-scaling. It periodically replaces one checker: the longest
 * in service of those older than a minimum whose network state is not propagated in every zone. It replaces none while
 * Network Manager cannot say. AWS's fleets are auto-scaled (F70); this rule and its numbers are our choice. It makes
 * things worse in the night: the new instance waits behind the old one's network tasks, which stay in Network Manager's
 * queue (F71).
 */
final class ReplaceUnreachable {

    private final CheckingContext context;
    private final CheckerFleet fleet;
    private final Consumer<CheckerState> replace;

    /** Checkers still to be checked this time; the first one is being asked about. */
    private final Deque<CheckerState> candidates = new ArrayDeque<>();

    ReplaceUnreachable(CheckingContext context, CheckerFleet fleet, Consumer<CheckerState> replace) {
        this.context = context;
        this.fleet = fleet;
        this.replace = replace;
    }

    /** Starts again with the checkers that are old enough and not known to be reachable, longest in service first. */
    void look() {
        Duration after = context.rules().checkers().replaceUnreachableAfter();
        Instant limit = context.now().minus(after);
        candidates.clear();
        fleet.longestInServiceFirst().stream()
                .filter(c -> !c.reachable() && c.inServiceSince().isBefore(limit))
                .forEach(candidates::add);
        ask();
    }

    /** An answer about an instance; one that this rule did not ask about is ignored. */
    void answer(String instanceId, Propagated answer) {
        CheckerState asked = candidates.peek();
        if (asked == null || !asked.instanceId().equals(instanceId)) {
            return;
        }
        switch (answer) {
            case EVERYWHERE -> {
                asked.becomeReachable();
                next();
            }
            case NOT_EVERYWHERE -> unreachable(asked);
            case UNKNOWN -> candidates.clear();
        }
    }

    private void unreachable(CheckerState checker) {
        if (checker.retired()) {
            next();
        } else {
            candidates.clear();
            replace.accept(checker);
        }
    }

    private void next() {
        candidates.remove();
        ask();
    }

    private void ask() {
        CheckerState first = candidates.peek();
        if (first != null) {
            context.emit(new Effect.AskPropagation(first.instanceId()));
        }
    }
}
