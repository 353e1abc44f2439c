package emptyrecord.e2e.observability;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a replay as a test file for {@code promtool test rules}: every series that the rules read, as it was scraped,
 * and the alerts that fired at some moments. Read its output before it replaces {@code prometheus/tests/night.yml}.
 *
 * <p>By hand: {@code java … RecordSeries http://127.0.0.1:9090 2026-01-01T12:00:00Z 60 FILE}, with the wall time of T+0 and the
 * speed. {@link ObservabilityIT} writes one in each gate to {@code target/observability/night.yml}.
 */
final class RecordSeries {

    /** T+ minutes at which the test asks which alerts fire: one in each phase, and one before the trigger. */
    private static final List<Double> MOMENTS =
            List.of(-22.0, 30.0, 100.0, 150.0, 230.0, 255.0, 300.0, 420.0, 500.0, 700.0, 860.0);

    /** Labels that only show where something was scraped. */
    private static final Set<String> NOISE = Set.of("__name__", "instance", "job");

    /** The night, and enough time before it to fill the longest window of a rule with good values. */
    static final Window NIGHT = new Window(-60, 872, Duration.ofSeconds(1));

    private final Prometheus prometheus;

    RecordSeries(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    /** From and to in T+ minutes; {@code every} is real time between two values. */
    record Window(double from, double to, Duration every) {}

    String testFile(Span span, Window window) {
        Instant from = span.wall(window.from());
        Instant to = span.wall(window.to());
        long seconds = Math.max(1, window.every().toSeconds());
        StringBuilder text = new StringBuilder("# Recorded from a replay; T+0 is at ")
                .append(offset(span.zero(), from))
                .append("s, speed ")
                .append(span.speed())
                .append(
                        ".\nrule_files:\n  - ../rules/recording.yml\n  - ../rules/alerts.yml\n\nevaluation_interval: 1s\n\n")
                .append("tests:\n  - interval: ")
                .append(seconds)
                .append("s\n    input_series:\n");
        for (String metric : metrics()) {
            for (Prometheus.Series series : prometheus.range(metric, from, to, window.every())) {
                append(text, series, from, window.every(), offset(to, from) / seconds);
            }
        }
        text.append("    promql_expr_test:\n");
        MOMENTS.forEach(minute -> appendAlerts(text, span.wall(minute), from));
        return text.toString();
    }

    private static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>(Rules.read().exportedMetricsRead());
        metrics.remove("ALERTS");
        return metrics;
    }

    private static long offset(Instant at, Instant from) {
        return Math.round(Duration.between(from, at).toMillis() / 1000.0);
    }

    private static void append(StringBuilder text, Prometheus.Series series, Instant from, Duration every, long count) {
        List<String> values = new ArrayList<>();
        boolean was = false;
        for (long i = 0; i <= count; i++) {
            Instant moment = from.plus(every.multipliedBy(i));
            Map.Entry<Instant, Double> at = series.values().floorEntry(moment);
            boolean there = at != null && !at.getKey().isBefore(moment.minus(every));
            values.add(there ? number(at.getValue()) : was ? "stale" : "_");
            was = there;
        }
        text.append("      - series: '").append(selector(series)).append("'\n        values: '");
        text.append(String.join(" ", runs(values))).append("'\n");
    }

    /** The same value several times in a row is one word: {@code 3x9} is 3 and nine more. */
    static List<String> runs(List<String> values) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < values.size(); ) {
            int same = 1;
            while (i + same < values.size() && values.get(i + same).equals(values.get(i))) {
                same++;
            }
            words.add(word(values.get(i), same));
            i += same;
        }
        return words;
    }

    private static String word(String value, int times) {
        if (times == 1) {
            return value;
        }
        return value.equals("_") ? "_x" + times : value + "+0x" + (times - 1);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String selector(Prometheus.Series series) {
        return series.name()
                + series.labels().entrySet().stream()
                        .filter(e -> !NOISE.contains(e.getKey()))
                        .map(e -> e.getKey() + "=\"" + e.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private void appendAlerts(StringBuilder text, Instant at, Instant from) {
        Set<String> firing = new TreeSet<>();
        prometheus
                .range("ALERTS{alertstate=\"firing\"}", at, at, Prometheus.STEP)
                .forEach(s -> firing.add(s.labels().getOrDefault("alertname", "")));
        text.append("      - expr: max by (alertname) (ALERTS{alertstate=\"firing\"})\n        eval_time: ")
                .append(offset(at, from))
                .append("s\n        exp_samples:")
                .append(firing.isEmpty() ? " []\n" : "\n");
        firing.forEach(name ->
                text.append("          - {labels: '{alertname=\"").append(name).append("\"}', value: 1}\n"));
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("needs: URL of Prometheus, wall time of T+0, speed, file to write");
        }
        Span span = new Span(Instant.parse(args[1]), Double.parseDouble(args[2]));
        String text = new RecordSeries(Prometheus.at(URI.create(args[0]))).testFile(span, NIGHT);
        Files.writeString(Path.of(args[3]), text);
    }
}
