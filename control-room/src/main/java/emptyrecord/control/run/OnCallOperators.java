package emptyrecord.control.run;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.control.operations.Operations;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.playbook.Action;
import emptyrecord.night.playbook.Rule;
import emptyrecord.night.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operators on call: they carry out the actions of the playbook's rules, and try again when a service refused. */
final class OnCallOperators {

    private static final int TRIES = 10;

    private final Operations operations;
    private final EventLog events;
    private final Supplier<List<Rule>> playbook;
    private final Deque<Attempt> again = new ArrayDeque<>();
    private List<Rule> rules = List.of();
    private volatile @Nullable Map<String, Object> lastAction;

    /** @param playbook asked once, at the first look: it names the region's hosts */
    OnCallOperators(Operations operations, EventLog events, Supplier<List<Rule>> playbook) {
        this.operations = operations;
        this.events = events;
        this.playbook = playbook;
    }

    private record Attempt(Action action, int tries) {}

    /** The ids of the last action's event; null before the first. */
    @Nullable
    Map<String, Object> lastAction() {
        return lastAction;
    }

    /** @param minutes T+ of the sample */
    void look(double minutes, Sample seen) {
        if (rules.isEmpty()) {
            rules = List.copyOf(playbook.get());
        }
        Deque<Attempt> now = new ArrayDeque<>(again);
        again.clear();
        for (Rule rule : rules) {
            rule.decide(minutes, seen).forEach(a -> now.addLast(new Attempt(a, 0)));
        }
        now.forEach(this::perform);
    }

    private void perform(Attempt attempt) {
        Action action = attempt.action();
        try {
            lastAction = operations.perform(
                    action.operation(),
                    action.parameters(),
                    EventId.keys(Map.of(
                            EventId.BY, "playbook", EventId.FACT, action.fact(), EventId.BECAUSE, action.because())));
        } catch (IllegalStateException | IllegalArgumentException | NotFoundException e) {
            events.record(
                    EventKind.OPERATOR_ACTION_FAILED,
                    Map.of(EventId.OPERATION, action.operation(), EventId.REASON, String.valueOf(e.getMessage())));
            if (attempt.tries() + 1 < TRIES && !action.operation().equals("install-plan")) {
                again.addLast(new Attempt(action, attempt.tries() + 1));
            }
        }
    }
}
