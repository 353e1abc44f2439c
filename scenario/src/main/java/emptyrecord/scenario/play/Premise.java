package emptyrecord.scenario.play;

import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.Check;
import java.util.List;

/** What must hold before a method begins and after it ended, and what is done at its beginning. */
public interface Premise {

    List<Check> before(Sample sample);

    /** Nothing to check: the run ends with its method. */
    List<Check> after(Sample sample);

    /** Incident minutes for which it is waited for, before and after. */
    double withinMinutes();

    /** The reason of a run that ends because it did not hold before. */
    String notSteady(List<Check> checks);

    /** Done first when it holds. */
    List<Act> methodBegins(Sample sample);
}
