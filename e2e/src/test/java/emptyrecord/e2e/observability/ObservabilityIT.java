package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.event.EventKind;
import emptyrecord.e2e.LabRun;
import emptyrecord.e2e.Replays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The dashboards and alerts against a real Prometheus that scraped the replays of this build. No panel is empty before
 * the trigger's end or in its phase; every alert fires in its phase, none in a quiet hour. Writes the lists to
 * {@code target}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservabilityIT {

    /** T+ minutes that each dashboard covers. */
    private static final Map<String, double[]> PHASE = Map.of(
            "night", new double[] {0, 872},
            "dns", new double[] {0, 157},
            "dwfm", new double[] {157, 345},
            "network-manager", new double[] {345, 648},
            "nlb", new double[] {380, 600},
            "customers", new double[] {0, 872},
            "lab", new double[] {0, 872});

    /** Just before the record becomes empty. */
    private static final double[] BEFORE = {-8, -.5};

    /** The shorter window of the burn alerts: until then they may include the start. */
    private static final Duration START_FORGOTTEN = Duration.ofSeconds(20);

    private static final Pattern DERIVED = Pattern.compile("_(count|sum|max|bucket)$");

    private Optional<Prometheus> prometheus = Optional.empty();

    /** The quiet one first: after a night, windows of five minutes still include it. */
    @BeforeAll
    void theReplaysWereWatched() {
        prometheus = Prometheus.watch();
        assumeTrue(prometheus.isPresent(), Prometheus.MISSING);
        LabRun quiet = Replays.quiet();
        assertThat(quiet.report().outcome()).isEqualTo("QUIET");
        LabRun night = Replays.night();
        assertThat(night.report().outcome()).isEqualTo("PLAYED");
    }

    private List<Prometheus.Series> range(String expr, Instant from, Instant to) {
        return prometheus.orElseThrow().range(expr, from, to, Prometheus.STEP);
    }

    @Test
    void noPanelAndNoAnnotationIsEmpty() throws IOException {
        Span span = Span.of(Replays.night());
        List<String> lines = new ArrayList<>(
                List.of("| Dashboard | Panel | Series at T-1 | Series in its phase |", "| --- | --- | --- | --- |"));
        List<String> empty = new ArrayList<>();
        for (Dashboards.Query query : Dashboards.queries()) {
            double[] phase = PHASE.getOrDefault(query.dashboard(), new double[] {0, 872});
            int before = range(query.expr(), span.wall(BEFORE[0]), span.wall(BEFORE[1]))
                    .size();
            int during = range(query.expr(), span.wall(phase[0]), span.wall(phase[1]))
                    .size();
            lines.add("| " + query.dashboard() + " | " + query.place() + " | " + before + " | " + during + " |");
            if (before == 0 || during == 0) {
                empty.add(query.toString());
            }
        }
        write("panels.md", lines);
        assertThat(empty).as("queries without data, at T-1 or in their phase").isEmpty();
    }

    @Test
    void everyAlertFiresInItsPhase() throws IOException {
        Span span = Span.of(Replays.night());
        List<String> lines = new ArrayList<>(List.of("| Alert | Expected T+ | Fired at T+ |", "| --- | --- | --- |"));
        List<String> wrong = new ArrayList<>();
        for (NightsAlerts.Expected expected : NightsAlerts.NIGHT) {
            Optional<Double> at = firstFiring(expected, span);
            String fired = at.map(t -> String.format(Locale.ROOT, "%.1f", t)).orElse("never");
            lines.add("| " + expected.alert() + " " + expected.matcher().replace('|', ' ') + " | " + expected.from()
                    + " to " + expected.to() + " | " + fired + " |");
            if (at.isEmpty() || at.get() < expected.from() || at.get() > expected.to()) {
                wrong.add(expected + " fired at T+" + fired);
            }
        }
        write("alerts.md", lines);
        assertThat(wrong).isEmpty();
    }

    private Optional<Double> firstFiring(NightsAlerts.Expected expected, Span span) {
        Instant from = Span.first(Replays.night(), EventKind.STEADY_REACHED);
        return range(expected.selector(), from, span.wall(872)).stream()
                .flatMap(series -> beginning(series, from).stream())
                .min(Instant::compareTo)
                .map(span::minutes);
    }

    /** When it first begins to fire. An alert that already fires comes from the start, until its window has passed. */
    private static Optional<Instant> beginning(Prometheus.Series series, Instant from) {
        Instant last = from;
        for (Instant at : series.values().keySet()) {
            if (at.isAfter(last.plus(Prometheus.STEP).plusMillis(500))) {
                return Optional.of(at);
            }
            last = at;
        }
        return Optional.empty();
    }

    @Test
    void noAlertFiresInAQuietHourNorBeforeTheTrigger() {
        LabRun quiet = Replays.quiet();
        assertThat(quiet.exit()).as(quiet.output()).isZero();
        Instant settled = Span.first(quiet, EventKind.STEADY_REACHED).plus(START_FORGOTTEN);
        assertThat(firing(settled, Span.first(quiet, EventKind.REPLAY_FINISHED)))
                .as("in two hours in which nothing was done")
                .isEmpty();
        LabRun night = Replays.night();
        assertThat(firing(Span.first(night, EventKind.STEADY_REACHED), Span.first(night, EventKind.FAULT_INJECTED)))
                .as("before the trigger")
                .isEmpty();
    }

    /**
     * Alerts that begin to fire. An alert caused by the start may still fire until its window has passed. An alert that
     * the machine is too slow is no finding about the region.
     */
    private List<String> firing(Instant from, Instant to) {
        return range("ALERTS{alertstate=\"firing\",alertname!=\"MachineTooSlow\"}", from, to).stream()
                .filter(series -> series.values().firstKey().isAfter(from))
                .map(series -> series.labels() + " from " + series.values().firstKey())
                .toList();
    }

    @Test
    void theReadmesNameWhatIsExportedAndNothingElse() {
        Set<String> named = ExportedMetrics.named();
        Function<String, String> family = n -> {
            String base = DERIVED.matcher(n).replaceFirst("");
            return named.contains(base) && !named.contains(n) ? base : n;
        };
        Set<String> exported = prometheus.orElseThrow().names().stream()
                .filter(ExportedMetrics::ours)
                .map(family)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exported).isEqualTo(named);
    }

    private static void write(String name, List<String> lines) throws IOException {
        Path folder = Files.createDirectories(Project.TARGET.resolve("observability"));
        Files.write(folder.resolve(name), lines);
    }

    @Test
    void aReplayCanBeTakenDownAsSeriesForPromtool() throws IOException {
        Span span = Span.of(Replays.night());
        Path file =
                Files.createDirectories(Project.TARGET.resolve("observability")).resolve("night.yml");
        RecordSeries recorder = new RecordSeries(prometheus.orElseThrow());
        Files.writeString(file, recorder.testFile(span, RecordSeries.NIGHT));
        assertThat(Files.readString(file)).contains("route53_possible_addresses", "exp_samples");
    }
}
