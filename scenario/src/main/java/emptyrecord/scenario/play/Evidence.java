package emptyrecord.scenario.play;

import emptyrecord.api.Event;
import emptyrecord.api.run.Sight;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Condition.Finding;
import emptyrecord.scenario.Condition.Seen;
import emptyrecord.scenario.Condition.Sighted;
import emptyrecord.scenario.MustSee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All observations of a run's method.
 *
 * @param done minute at which each step was done
 * @param endMinute minute at which the method ended
 */
public record Evidence(
        List<Sighted<Sample>> samples, List<Sighted<Event>> events, Map<String, Double> done, double endMinute) {

    public Evidence {
        samples = List.copyOf(samples);
        events = List.copyOf(events);
        done = new HashMap<>(done);
    }

    public Sight look(MustSee wanted) {
        MustSee.Window window = wanted.window();
        Double since = window.since() == null ? (Double) 0.0 : done.get(window.since());
        if (since == null) {
            return new Sight(wanted.name(), false, "the step " + window.since() + " was never done");
        }
        Double till = window.till() == null ? (Double) endMinute : done.getOrDefault(window.till(), endMinute);
        Finding found = wanted.condition()
                .in(between(since + window.fromMinutes(), Math.min(till, since + window.toMinutes())));
        return new Sight(wanted.name(), found.met(), found.detail());
    }

    private Seen between(double from, double to) {
        return new Seen(
                samples.stream()
                        .filter(s -> s.minute() >= from && s.minute() <= to)
                        .toList(),
                events.stream()
                        .filter(e -> e.minute() >= from && e.minute() <= to)
                        .toList());
    }
}
