package emptyrecord.control.drill.core;

import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario as a drill plays it. Its faults stay. Its operators' actions are done by colleagues until the page, and by
 * the trainees from then on.
 */
public final class DrillScenario {

    /** The setting that trainees may have made, and the operation that takes it back. */
    private static final List<String> UNDO =
            List.of("dwfm-unthrottle", "api-limit-off", "nlb-failover-on", "unfreeze-automation", "clear-static-hosts");

    private DrillScenario() {}

    /** @param minutes how long the region is left to the trainees after the method's last step */
    public static Scenario of(Scenario scenario, double minutes) {
        List<Step> method = new ArrayList<>(method(scenario));
        method.add(new Step.Pause("until-the-drill-ends", minutes));
        return new Scenario(
                scenario.name(),
                scenario.title(),
                scenario.description(),
                scenario.tags(),
                scenario.hypothesis(),
                method,
                UNDO.stream()
                        .map(action -> new Step.Operate("rollback", action, Map.of()))
                        .toList(),
                List.of(),
                scenario.drill());
    }

    private static List<Step> method(Scenario scenario) {
        String page = scenario.drill().map(DrillCard::pageAfter).orElse(null);
        boolean trainees = page == null;
        List<Step> steps = new ArrayList<>();
        for (Step step : scenario.method()) {
            boolean operators = step instanceof Step.Operate || step instanceof Step.Operators;
            if (!(trainees && operators)) {
                steps.add(patient(step));
            }
            trainees |= step.name().equals(page);
        }
        return steps;
    }

    /** Trainees may be slower, or faster, than the method assumes; only the race must come to its end. */
    private static Step patient(Step step) {
        return step instanceof Step.WaitUntil wait
                ? new Step.WaitUntil(
                        wait.name(), wait.gauge(), wait.tolerance(), wait.forMinutes(), wait.withinMinutes(), true)
                : step;
    }
}
