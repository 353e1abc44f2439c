package emptyrecord.scenario.play;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Scenario;
import java.util.List;
import java.util.Map;

/** A file's hypothesis. Minutes count from the method's beginning: it is T+0 until the record is empty. */
final class ProbePremise implements Premise {

    private final Scenario scenario;

    ProbePremise(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public List<Check> before(Sample sample) {
        return Hypotheses.before(scenario.hypothesis(), sample);
    }

    @Override
    public List<Check> after(Sample sample) {
        return Hypotheses.after(scenario.hypothesis(), sample);
    }

    @Override
    public double withinMinutes() {
        return scenario.hypothesis().withinMinutes();
    }

    @Override
    public String notSteady(List<Check> checks) {
        return "before: " + Hypotheses.open(checks);
    }

    @Override
    public List<Act> methodBegins(Sample sample) {
        return List.of(
                new Act.Zero(sample.wall()),
                new Act.Tell(EventKind.SCENARIO_METHOD_BEGUN, Map.of(EventId.SCENARIO, scenario.name())));
    }
}
