package emptyrecord.night.alarm;

import emptyrecord.night.sample.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * Evaluates the alerting rules that samples can tell over recorded samples: comparisons of products, joined by {@code and on}.
 * What each series is in a sample stands in {@link #read}; its window is read from recording.yml.
 */
final class PromQl {

    private static final Pattern COMPARED = Pattern.compile("(.+) (==|<|>|>=) (.+)");
    private static final Pattern OVER_TIME = Pattern.compile("max_over_time\\((.+)\\[(\\w+)]\\)");
    private static final Pattern WINDOW = Pattern.compile("\\[(\\w+)]");

    private final List<Sample> samples;
    private final Map<String, String> recorded;

    /** @param recorded recording rules by name */
    PromQl(List<Sample> samples, Map<String, String> recorded) {
        this.samples = samples;
        this.recorded = recorded;
    }

    static double seconds(String duration) {
        double number = Double.parseDouble(duration.substring(0, duration.length() - 1));
        return number * (duration.endsWith("m") ? 60 : 1);
    }

    /** Whether an expression holds at a sample, for a canary or zone. */
    boolean holds(String expr, int at, String subject) {
        return Arrays.stream(expr.split(" and on \\([^)]*\\) ")).allMatch(part -> compare(part, at, subject));
    }

    private boolean compare(String part, int at, String subject) {
        Matcher m = COMPARED.matcher(part);
        if (!m.matches()) {
            throw new IllegalArgumentException("no comparison: " + part);
        }
        double left = product(m.group(1), at, subject);
        double right = product(m.group(3), at, subject);
        return switch (m.group(2)) {
            case "==" -> left == right;
            case "<" -> left < right;
            case ">" -> left > right;
            default -> left >= right;
        };
    }

    private double product(String text, int at, String subject) {
        return Arrays.stream(text.split(" \\* "))
                .mapToDouble(f -> f.matches("[\\d.]+") ? Double.parseDouble(f) : series(f, at, subject))
                .reduce(1, (a, b) -> a * b);
    }

    private double series(String name, int at, String subject) {
        Matcher over = OVER_TIME.matcher(name);
        if (over.matches()) {
            return window(seconds(over.group(2)), at)
                    .mapToObj(i -> series(over.group(1), (int) i, subject))
                    .filter(v -> !Double.isNaN(v))
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(Double.NaN);
        }
        return read(name, at, subject);
    }

    private double read(String series, int at, String subject) {
        Sample s = samples.get(at);
        return switch (series) {
            case "dns:addresses:count", "min(dns:addresses:count)" ->
                orNaN(s.regional().possible());
            case "dwfm:leases_held_by_host:ratio", "dwfm:leases_held:ratio" ->
                leases(s, l -> (double) l.held() / l.droplets());
            case "dwfm:lease_goodput:per_minute" -> growth(series, at, x -> leases(x, l -> (double) l.madeTotal()));
            case "dwfm:lease_throughput:per_minute" ->
                growth(series, at, x -> leases(x, l -> (double) l.attemptsTotal()));
            case "dwfm:queue_age:minutes" -> leases(s, l -> l.oldestQueuedSeconds() / 60);
            case "network:propagation_delay:minutes" ->
                s.network() == null ? Double.NaN : s.network().delayMinutes();
            case "max(nlb_result_age_seconds)" ->
                s.nlb() == null ? Double.NaN : s.nlb().meanResultAgeSeconds();
            case "max by (az) (nlb_zone_withdrawn)" ->
                s.nlb() != null && s.nlb().zonesWithdrawn().contains(subject) ? 1 : 0;
            case "nlb:over_capacity:ratio" ->
                sum(series, at, x -> x.customers().connections().getOrDefault("refused-or-reset", 0))
                        / sum(series, at, x -> x.customers().connectionsTried());
            case "customers:canary_success:ratio{canary=\"dynamodb\"}" ->
                orNaN(Objects.requireNonNull(s.customers().canaries().get("dynamodb"))
                        .successShare());
            case "customers:canary_errors:ratio_rate20s", "customers:canary_errors:ratio_rate1m" ->
                1
                        - sum(series, at, x -> canary(x, subject).worked())
                                / sum(series, at, x -> canary(x, subject).tries());
            case "customers:canary_calls:increase1m" ->
                sum(series, at, x -> canary(x, subject).tries());
            default -> throw new IllegalArgumentException("no series " + series);
        };
    }

    private static Sample.Canary canary(Sample s, String name) {
        return s.customers().canaries().getOrDefault(name, new Sample.Canary(0, 0, 0, null));
    }

    private static double leases(Sample s, Function<Sample.Leases, Double> value) {
        Sample.Leases leases = s.leases();
        return leases == null ? Double.NaN : value.apply(leases);
    }

    private static double orNaN(Number number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    private double sum(String series, int at, ToDoubleFunction<Sample> counted) {
        return window(recordedWindow(series), at)
                .mapToObj(i -> samples.get((int) i))
                .mapToDouble(counted)
                .sum();
    }

    /** A counter's rate; what it counts is the same for both sides of a comparison, so the unit does not matter. */
    private double growth(String series, int at, ToDoubleFunction<Sample> counter) {
        double[] values = window(recordedWindow(series), at)
                .mapToObj(i -> samples.get((int) i))
                .mapToDouble(counter)
                .filter(v -> !Double.isNaN(v))
                .toArray();
        double grown = 0;
        for (int i = 1; i < values.length; i++) {
            grown += values[i] >= values[i - 1] ? values[i] - values[i - 1] : values[i];
        }
        return values.length < 2 ? Double.NaN : grown;
    }

    private double recordedWindow(String series) {
        Matcher m = WINDOW.matcher(Objects.requireNonNull(recorded.get(series), series));
        if (!m.find()) {
            throw new IllegalArgumentException("no window in " + series);
        }
        return seconds(m.group(1));
    }

    /** Indexes of the samples of a window that ends with one. */
    private DoubleStream window(double minutes, int at) {
        double end = samples.get(at).tPlusMinutes();
        return DoubleStream.iterate(at, i -> i >= 0 && samples.get((int) i).tPlusMinutes() > end - minutes, i -> i - 1)
                .sorted();
    }

    /** When a rule fires for a subject: sample by sample, with its waits. */
    boolean[] firing(AlertsFile.Rule rule, String subject) {
        boolean[] firing = new boolean[samples.size()];
        Map<String, Double> times = new HashMap<>();
        for (int i = 0; i < firing.length; i++) {
            double now = samples.get(i).tPlusMinutes();
            if (holds(rule.expr(), i, subject)) {
                times.putIfAbsent("since", now);
                times.put("last", now);
                firing[i] = now - times.get("since") >= rule.forSeconds() || (i > 0 && firing[i - 1]);
            } else {
                times.remove("since");
                firing[i] = i > 0 && firing[i - 1] && now - times.get("last") < rule.keepSeconds();
            }
        }
        return firing;
    }
}
