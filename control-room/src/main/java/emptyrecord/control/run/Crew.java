package emptyrecord.control.run;

import emptyrecord.kit.web.NotFoundException;
import emptyrecord.night.playbook.Action;
import emptyrecord.night.playbook.Rule;
import emptyrecord.night.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators on duty: carries out what the playbook's rules want; what a service refuses is tried again. */
public final class Crew {

    private static final int TRIES = 10;

    private final Lab lab;
    private final List<Rule> rules;
    private final Deque<Attempt> again = new ArrayDeque<>();
    private volatile @Nullable Map<String, Object> last;

    public Crew(Lab lab, List<Rule> rules) {
        this.lab = lab;
        this.rules = List.copyOf(rules);
    }

    private record Attempt(Action action, int tries) {}

    @Nullable
    Map<String, Object> last() {
        return last;
    }

    public void look(double minutes, Sample seen) {
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
            last = lab.operations()
                    .perform(
                            action.operation(),
                            action.parameters(),
                            Map.of("by", "playbook", "fact", action.fact(), "because", action.because()));
        } catch (IllegalStateException | IllegalArgumentException | NotFoundException e) {
            lab.events()
                    .record(
                            "operator-action-failed",
                            Map.of("operation", action.operation(), "reason", String.valueOf(e.getMessage())));
            if (attempt.tries() + 1 < TRIES && !action.operation().equals("install-plan")) {
                again.addLast(new Attempt(action, attempt.tries() + 1));
            }
        }
    }
}
