package emptyrecord.scenario.play;

import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Tolerance;
import java.util.List;
import java.util.OptionalDouble;

/** A hypothesis compared with one sample. A probe without an answer does not hold. */
final class Hypotheses {

    private Hypotheses() {}

    static List<Check> before(Scenario.Hypothesis hypothesis, Sample sample) {
        return checks(hypothesis, sample, Scenario.When.AFTER);
    }

    static List<Check> after(Scenario.Hypothesis hypothesis, Sample sample) {
        return checks(hypothesis, sample, Scenario.When.BEFORE);
    }

    private static List<Check> checks(Scenario.Hypothesis hypothesis, Sample sample, Scenario.When not) {
        return hypothesis.probes().stream()
                .filter(p -> p.when() != not)
                .map(p -> check(p, p.gauge().in(sample)))
                .toList();
    }

    private static Check check(Scenario.Probe probe, OptionalDouble value) {
        boolean ok = value.isPresent() && probe.tolerance().allows(value.getAsDouble());
        String seen = value.isPresent() ? Tolerance.number(value.getAsDouble()) : "not seen";
        return new Check(probe.name(), ok, probe.gauge() + " is " + seen + (ok ? "" : ", wanted " + probe.tolerance()));
    }

    static boolean hold(List<Check> checks) {
        return checks.stream().allMatch(Check::ok);
    }

    static String open(List<Check> checks) {
        return checks.stream()
                .filter(c -> !c.ok())
                .map(Check::detail)
                .reduce((a, b) -> a + "; " + b)
                .orElse("nothing");
    }
}
