package emptyrecord.control.run;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Set;

/** Receives each sample while a scenario's method is played. */
@FunctionalInterface
public interface SampleListener {

    /**
     * @param minute incident minutes since the method began
     * @param events all of the run so far
     * @param done names of the steps that were done
     */
    void observed(double minute, Sample sample, List<Event> events, Set<String> done);
}
