package emptyrecord.scenario.play;

import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import java.util.List;

/** Conditions before a method begins and after it ended, and the first actions of a run. */
public interface Premise {

    List<Check> before(Sample sample);

    /** Nothing to check: the run ends with its method. */
    List<Check> after(Sample sample);

    /** Longest wait for it in incident minutes, before and after. */
    double withinMinutes();

    /** The reason of a run that ends because it did not hold before. */
    String notSteady(List<Check> checks);

    /** Done first when it holds. */
    List<Act> methodBegins(Sample sample);
}
