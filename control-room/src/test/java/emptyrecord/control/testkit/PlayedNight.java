package emptyrecord.control.testkit;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import emptyrecord.scenario.Condition.Sighted;
import emptyrecord.scenario.play.Evidence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night that was played at speed 60 (seed 889339), as its folder holds it: all samples, and the events without those of passes
 * and refused batches, which come by the thousand.
 */
public final class PlayedNight {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Sample> samples = read("samples.jsonl.gz", Sample.class);
    private final List<Event> events = read("events.jsonl.gz", Event.class);

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

    private static <T> List<T> read(String file, Class<T> type) {
        try (InputStream in =
                        Objects.requireNonNull(PlayedNight.class.getResourceAsStream("/played-night/" + file), file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> JSON.readValue(line, type)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
