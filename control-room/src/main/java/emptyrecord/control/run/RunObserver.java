package emptyrecord.control.run;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import java.util.List;
import java.util.Set;

/** Looks on while a scenario's method is played. */
@FunctionalInterface
public interface RunObserver {

    /**
     * @param minute incident minutes since the method began
     * @param events all of the run so far
     * @param done names of the steps that were done
     */
    void saw(double minute, Sample sample, List<Event> events, Set<String> done);
}
