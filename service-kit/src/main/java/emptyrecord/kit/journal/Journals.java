package emptyrecord.kit.journal;

import emptyrecord.kit.journal.JournalListener.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Opens the service's journals in its data folder and counts their events. */
public final class Journals {

    private final Path folder;
    private final JsonMapper json;
    private final MeterRegistry meters;

    public Journals(Path folder, JsonMapper json, MeterRegistry meters) {
        this.folder = folder;
        this.json = json;
        this.meters = meters;
    }

    /** @param name of the file without its ending, for example {@code zones} for {@code zones.jsonl} */
    public <T> Journal<T> open(String name, Class<T> type) {
        return open(name, type, json);
    }

    /** @param mapper with a form of its own for the lines */
    public <T> Journal<T> open(String name, Class<T> type, JsonMapper mapper) {
        Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("journal.events")
                            .description(
                                    "What happened to a journal: lines that could not be written, rewrites, failed ones")
                            .tags("journal", name, "outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        JournalListener counting =
                outcome -> Objects.requireNonNull(counters.get(outcome)).increment();
        Journal<T> journal =
                new Journal<>(new Journal.Place(folder.resolve(name + ".jsonl"), Disk.LOCAL, counting), type, mapper);
        Gauge.builder("journal.lines", journal, Journal::lines)
                .description("Lines of a journal on disk")
                .tag("journal", name)
                .register(meters);
        return journal;
    }
}
