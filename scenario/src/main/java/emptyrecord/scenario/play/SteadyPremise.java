package emptyrecord.scenario.play;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.SteadyState;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The steady state before a replay, with no fault injected anywhere. There is no wait after it: a night ends at its
 * minute.
 *
 * @param run its id
 * @param withinMinutes incident minutes
 * @param faults that are injected now, as {@code service/fault}
 */
public record SteadyPremise(String run, double withinMinutes, Supplier<List<String>> faults) implements Premise {

    @Override
    public List<Check> before(Sample sample) {
        return SteadyState.checks(sample, faults.get());
    }

    @Override
    public List<Check> after(Sample sample) {
        return List.of();
    }

    @Override
    public String notSteady(List<Check> checks) {
        return "The region did not become steady: " + failing(checks);
    }

    /** The checks that fail, with their observations. */
    public static String failing(List<Check> checks) {
        return checks.stream()
                .filter(c -> !c.ok())
                .map(c -> c.name() + " (" + c.detail() + ")")
                .reduce((a, b) -> a + ", " + b)
                .orElse("no sample");
    }

    @Override
    public List<Act> methodBegins(Sample sample) {
        return List.of(new Act.Tell(EventKind.STEADY_REACHED, Map.of(EventId.ID, run)));
    }
}
