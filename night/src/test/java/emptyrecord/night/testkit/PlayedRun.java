package emptyrecord.night.testkit;

import emptyrecord.api.Event;
import emptyrecord.night.sample.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A night that was played at speed 60 (seed 889339), as its folder holds it: all samples, and the events without those of passes
 * and refused batches, which come by the thousand.
 */
public final class PlayedRun {

    private static final JsonMapper JSON = new JsonMapper();

    private PlayedRun() {}

    public static List<Sample> samples() {
        return read("samples.jsonl.gz", Sample.class);
    }

    public static List<Event> events() {
        return read("events.jsonl.gz", Event.class);
    }

    private static <T> List<T> read(String file, Class<T> type) {
        try (InputStream in =
                        Objects.requireNonNull(PlayedRun.class.getResourceAsStream("/played-night/" + file), file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> JSON.readValue(line, type)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
