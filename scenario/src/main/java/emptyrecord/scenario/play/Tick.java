package emptyrecord.scenario.play;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import java.util.List;

/**
 * One look at the region.
 *
 * @param minute incident minutes since the run began
 * @param events all of the run so far
 */
public record Tick(double minute, Sample sample, List<Event> events) {}
