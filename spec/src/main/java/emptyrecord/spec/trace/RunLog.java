package emptyrecord.spec.trace;

import emptyrecord.api.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run's folder: its settings and the events of all services.
 *
 * @param guards at the start of the run
 * @param events each service's own order kept
 */
public record RunLog(Set<String> guards, List<Event> events) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RunLog {
        guards = Set.copyOf(guards);
        events = List.copyOf(events);
    }

    /** @throws IllegalArgumentException with a sentence for a person, if the folder is not a run's */
    public static RunLog read(Path folder) {
        Path log = folder.resolve("events.jsonl");
        Path settings = folder.resolve("settings.json");
        if (!Files.isRegularFile(log) || !Files.isRegularFile(settings)) {
            throw new IllegalArgumentException(folder
                    + " is not the folder of a run; it must hold settings.json and events.jsonl, as ./lab replay"
                    + " leaves them; ./lab runs lists the runs");
        }
        return new RunLog(guards(settings), events(log));
    }

    private static Set<String> guards(Path settings) {
        Set<String> guards = new TreeSet<>();
        try {
            for (JsonNode guard : JSON.readTree(Files.readString(settings)).path("guards")) {
                guards.add(guard.asString());
            }
            return guards;
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(settings + " cannot be read; the run's folder is spoilt", e);
        }
    }

    private static List<Event> events(Path log) {
        List<Event> events = new ArrayList<>();
        int line = 0;
        try {
            for (String text : Files.readAllLines(log)) {
                line++;
                events.add(JSON.readValue(text, Event.class));
            }
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(
                    "line " + (line) + " of " + log + " is no event; the log is torn or not a run's", e);
        }
        events.sort(Comparator.comparing(Event::service).thenComparing(Event::seq));
        return events;
    }
}
