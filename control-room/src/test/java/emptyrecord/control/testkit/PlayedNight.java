package emptyrecord.control.testkit;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.PlayedRun;
import emptyrecord.scenario.Condition.Sighted;
import emptyrecord.scenario.play.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The {@link PlayedRun} as evidence for what a scenario looks for. */
public final class PlayedNight {

    private final List<Sample> samples = PlayedRun.samples();
    private final List<Event> events = PlayedRun.events();

    public List<Sample> samples() {
        return samples;
    }

    public List<Event> events() {
        return events;
    }

    /** T+ from {@code from} to {@code to}; minutes count from {@code from}, and so does what was done. */
    public Evidence evidence(double from, double to, Map<String, Double> doneAt) {
        Map<String, Double> done = new HashMap<>();
        doneAt.forEach((step, at) -> done.put(step, at - from));
        return new Evidence(
                samples.stream()
                        .map(s -> new Sighted<>(Objects.requireNonNull(s.tPlusMinutes()) - from, s))
                        .filter(s -> s.minute() >= 0 && s.minute() <= to - from)
                        .toList(),
                events.stream()
                        .map(e -> new Sighted<>(Objects.requireNonNull(e.tPlusMinutes()) - from, e))
                        .filter(e -> e.minute() >= 0 && e.minute() <= to - from)
                        .toList(),
                done,
                to - from);
    }
}
