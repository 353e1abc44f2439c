package emptyrecord.e2e.observability;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that the region exports, according to the modules' READMEs; {@link ObservabilityIT} compares that list
 * with a scrape of all services. Metrics of Spring, the JVM and Prometheus itself are listed here.
 */
final class ExportedMetrics {

    private static final List<String> MODULES = List.of(
            "service-kit",
            "fake-route53",
            "dns-planner",
            "dns-enactor",
            "fake-dynamo",
            "dwfm",
            "droplets",
            "network-manager",
            "nlb-healthcheck",
            "control-room");

    private static final String OURS =
            "(control|route53|planner|enactor|dynamo|dwfm|droplets|network|nlb|guard|fault|dns|clock)_[a-z0-9_]+";

    private static final Pattern NAMED = Pattern.compile("(?<=`)" + OURS + "(?=[`{])");

    private static final Set<String> PLATFORM = Set.of(
            "up",
            "ALERTS",
            "scrape_duration_seconds",
            "process_cpu_usage",
            "system_cpu_usage",
            "jvm_memory_used_bytes",
            "jvm_gc_overhead",
            "jvm_threads_live_threads",
            "http_server_requests_seconds_count",
            "resilience4j_circuitbreaker_state",
            "resilience4j_circuitbreaker_not_permitted_calls_total",
            "resilience4j_bulkhead_available_concurrent_calls",
            "resilience4j_ratelimiter_available_permissions",
            "resilience4j_timelimiter_calls_total",
            "resilience4j_retry_calls_total");

    private ExportedMetrics() {}

    /** Ours, by the READMEs; timers and summaries without their {@code _count}, {@code _sum}, {@code _max}, {@code _bucket}. */
    static Set<String> named() {
        return MODULES.stream()
                .map(module -> Project.text(Project.file(module + "/README.md")))
                .flatMap(text -> NAMED.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a series of this name is exported. */
    static boolean exports(String metric) {
        return PLATFORM.contains(metric)
                || named().contains(metric)
                || Stream.of("_count", "_sum", "_max", "_bucket")
                        .filter(metric::endsWith)
                        .anyMatch(s -> named().contains(metric.substring(0, metric.length() - s.length())));
    }

    static boolean ours(String metric) {
        return metric.matches(OURS);
    }
}
