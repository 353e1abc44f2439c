package emptyrecord.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a scenario that a schema cannot make: names that refer to each other, and settings that are taken back.
 */
public final class Coherence {

    /** The lab's choice before a night, not an operator's in it. */
    private static final String WIRING = "dwfm-wiring";

    /** The operation that takes an operator's setting back. */
    private static final Map<String, String> UNDO = Map.of(
            "freeze-automation",
            "unfreeze-automation",
            "static-hosts",
            "clear-static-hosts",
            "dwfm-throttle",
            "dwfm-unthrottle",
            "api-limit",
            "api-limit-off",
            "nlb-failover-off",
            "nlb-failover-on",
            WIRING,
            "dwfm-wiring-reset");

    /** What the night's operators set. */
    private static final Set<String> OPERATORS_UNDO =
            Set.of("unfreeze-automation", "clear-static-hosts", "dwfm-unthrottle", "api-limit-off", "nlb-failover-on");

    private final Scenario scenario;
    private final List<Problem> problems = new ArrayList<>();

    private Coherence(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @param pointer JSON Pointer (RFC 6901) of the field */
    public record Problem(String pointer, String message) {}

    public static List<Problem> problems(Scenario scenario) {
        Coherence coherence = new Coherence(scenario);
        coherence.method();
        coherence.undo();
        coherence.windows();
        scenario.drill().ifPresent(d -> coherence.step(coherence.names(), d.pageAfter(), "/drill/page-after"));
        return coherence.problems;
    }

    private void method() {
        Set<String> names = new HashSet<>();
        Set<String> injected = new HashSet<>();
        boolean raced = false;
        for (int i = 0; i < scenario.method().size(); i++) {
            Step step = scenario.method().get(i);
            String at = "/method/" + i;
            if (!names.add(step.name())) {
                problem(at + "/name", "another step is called '" + step.name() + "'; every step has a name of its own");
            }
            if (step instanceof Step.Inject inject) {
                injected.add(inject.service() + "/" + inject.fault());
            }
            if (step instanceof Step.Clear clear && !injected.contains(clear.service() + "/" + clear.fault())) {
                problem(at + "/clear", "no earlier step injects this fault at this service; there are " + injected);
            }
            raced |= step instanceof Step.Race race && race.untilEmpty();
            if (step instanceof Step.Operators && !raced) {
                problem(at + "/operators", "the playbook counts from T+0: put a race until record-empty before it");
            }
        }
    }

    private void undo() {
        List<String> taken =
                scenario.rollbacks().stream().map(Step.Operate::action).toList();
        for (int i = 0; i < scenario.method().size(); i++) {
            String undo = scenario.method().get(i) instanceof Step.Operate o ? UNDO.getOrDefault(o.action(), "") : "";
            if (!undo.isEmpty() && !taken.contains(undo)) {
                problem("/method/" + i + "/operate", "the rollbacks must take this back: add '- action: " + undo + "'");
            }
            if (scenario.method().get(i) instanceof Step.Operators && !taken.containsAll(OPERATORS_UNDO)) {
                problem(
                        "/method/" + i + "/operators",
                        "the rollbacks must take back what the operators may have set: "
                                + OPERATORS_UNDO.stream().sorted().toList());
            }
        }
    }

    private List<String> names() {
        return scenario.method().stream().map(Step::name).toList();
    }

    private void windows() {
        List<String> steps = names();
        for (int i = 0; i < scenario.mustSee().size(); i++) {
            MustSee.Window window = scenario.mustSee().get(i).window();
            step(steps, window.since(), "/must-see/" + i + "/window/since");
            step(steps, window.till(), "/must-see/" + i + "/window/till");
            if (window.fromMinutes() >= window.toMinutes()) {
                problem("/must-see/" + i + "/window", "'from' must lie before 'to'");
            }
        }
    }

    private void step(List<String> steps, @Nullable String name, String pointer) {
        if (name != null && !steps.contains(name)) {
            problem(pointer, "no step is called '" + name + "'; there are " + steps);
        }
    }

    private void problem(String pointer, String message) {
        problems.add(new Problem(pointer, message));
    }
}
