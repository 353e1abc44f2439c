package emptyrecord.control.run;

import emptyrecord.api.Event;
import emptyrecord.control.watch.core.DeskNote;
import emptyrecord.control.watch.core.DnsProbe;
import emptyrecord.kit.journal.JsonLines;
import emptyrecord.night.judge.EventMerge;
import emptyrecord.night.judge.Judge;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Playbook;
import emptyrecord.night.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a run: {@code settings.json}, {@code events.jsonl} and {@code samples.jsonl}, from which
 * {@code report.json} and {@code report.html} can be made again at any time. Lines are written as they come. At the
 * run's end they are put in order, with T+ counted from its own zero.
 */
public final class RunFolder implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Playbook.class, PlaybookJson.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(SettingsJson.module())
            .build();

    /** Beside the three files from which a run is judged: for its playback. */
    static final String DNS = "dns.jsonl";

    static final String DESK = "desk.jsonl";

    static final String SETTINGS = "settings.json";
    private static final String EVENTS = "events.jsonl";
    private static final String SAMPLES = "samples.jsonl";

    private final Path folder;
    private final RunSettings settings;
    private final JsonLines<Event> events;
    private final JsonLines<Sample> samples;
    private final JsonLines<DnsProbe> dns;
    private final JsonLines<DeskNote> desk;

    RunFolder(Path folder, RunSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.events = new JsonLines<>(folder.resolve(EVENTS), JSON);
        this.samples = new JsonLines<>(folder.resolve(SAMPLES), JSON);
        this.dns = new JsonLines<>(folder.resolve(DNS), JSON);
        this.desk = new JsonLines<>(folder.resolve(DESK), JSON);
        write(folder.resolve(SETTINGS), pretty(settings));
    }

    Path path() {
        return folder;
    }

    void append(Event event) {
        events.append(event);
    }

    void append(Sample sample) {
        samples.append(sample);
    }

    void append(DnsProbe probe) {
        dns.append(probe);
    }

    void append(DeskNote note) {
        desk.append(note);
    }

    /** Puts events and samples in order, judges the folder, and writes the report. */
    Report finish(List<Event> allEvents, List<Sample> allSamples) {
        Run run = new Run(settings, EventMerge.merge(allEvents), allSamples).fromZero();
        events.replaceBy(run.events());
        samples.replaceBy(run.samples());
        return judge(folder);
    }

    /** Judges a folder and writes its report. */
    public static Report judge(Path folder) {
        Run run = read(folder);
        Report report = Judge.judge(run);
        String json = pretty(report);
        write(folder.resolve("report.json"), json);
        write(
                folder.resolve("report.html"),
                ReportPage.html(json, compact(run.fromZero().samples())));
        return report;
    }

    /** @throws IllegalArgumentException names the file and what is wrong with it */
    public static Run read(Path folder) {
        for (String file : List.of(SETTINGS, EVENTS, SAMPLES)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IllegalArgumentException(folder + " is not the folder of a run: it has no " + file
                        + "; it must hold settings.json, events.jsonl, samples.jsonl");
            }
        }
        RunSettings settings = settings(folder.resolve(SETTINGS));
        List<Event> events = lines(folder.resolve(EVENTS), Event.class);
        List<Sample> samples = lines(folder.resolve(SAMPLES), Sample.class);
        return new Run(settings, EventMerge.merge(events), samples);
    }

    /**
     * The DNS transcript; empty when the run has none, as those from before it was recorded.
     *
     * @throws IllegalArgumentException names the file and the line that is none
     */
    public static Optional<List<DnsProbe>> dns(Path folder) {
        return extra(folder.resolve(DNS), DnsProbe.class);
    }

    /** The desk's notes; empty when the run has none. */
    public static Optional<List<DeskNote>> desk(Path folder) {
        return extra(folder.resolve(DESK), DeskNote.class);
    }

    private static <T> Optional<List<T>> extra(Path file, Class<T> type) {
        return Files.isRegularFile(file) ? Optional.of(lines(file, type)) : Optional.empty();
    }

    /** The texts of the files from which a run is judged, by name; as {@link #read} reads them. */
    public static Map<String, String> texts(Run run) {
        return Map.of(
                SETTINGS, pretty(run.settings()),
                EVENTS, jsonLines(run.events()),
                SAMPLES, jsonLines(run.samples()));
    }

    private static String jsonLines(List<?> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(v -> text.append(compact(v)).append('\n'));
        return text.toString();
    }

    private static RunSettings settings(Path file) {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file), RunSettings.class))
                    .orElseThrow(() -> new IllegalArgumentException("it holds nothing"));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " is not the settings of a run, or was cut off: " + e.getMessage()
                            + "; the run cannot be judged",
                    e);
        }
    }

    private static <T> List<T> lines(Path file, Class<T> type) {
        try {
            return JsonLines.read(file, type, JSON);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String pretty(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    private static String compact(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + "; is the disk full?", e);
        }
    }

    @Override
    public void close() {
        events.close();
        samples.close();
        dns.close();
        desk.close();
    }
}
