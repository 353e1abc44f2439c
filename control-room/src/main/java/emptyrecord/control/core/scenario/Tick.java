package emptyrecord.control.core.scenario;

import emptyrecord.control.core.sample.Sample;
import emptyrecord.kit.events.Event;
import java.util.List;

/**
 * One look at the region.
 *
 * @param minute incident minutes since the run began
 * @param events all of the run so far
 */
public record Tick(double minute, Sample sample, List<Event> events) {}
