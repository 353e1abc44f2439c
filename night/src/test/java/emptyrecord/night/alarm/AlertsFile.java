package emptyrecord.night.alarm;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The rule files of Prometheus, as they lie in the repository. */
final class AlertsFile {

    /**
     * An alerting rule; its times are real seconds, which are incident minutes at speed 60.
     *
     * @param expr on one line
     */
    record Rule(String expr, double forSeconds, double keepSeconds) {}

    private AlertsFile() {}

    static Map<String, Rule> alerts() throws IOException {
        Map<String, Rule> rules = new HashMap<>();
        for (Map<String, Object> rule : rules("rules/alerts.yml")) {
            rules.put(
                    String.valueOf(rule.get("alert")),
                    new Rule(line(rule), seconds(rule.get("for")), seconds(rule.get("keep_firing_for"))));
        }
        return rules;
    }

    /** Recording rules: name to expression. */
    static Map<String, String> recorded() throws IOException {
        Map<String, String> rules = new HashMap<>();
        rules("rules/recording.yml").forEach(r -> rules.put(String.valueOf(r.get("record")), line(r)));
        return rules;
    }

    static List<Map<String, Object>> inhibitRules() throws IOException {
        return maps(load("alertmanager.yml").get("inhibit_rules"));
    }

    private static List<Map<String, Object>> rules(String file) throws IOException {
        return maps(load(file).get("groups")).stream()
                .flatMap(group -> maps(group.get("rules")).stream())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(list);
    }

    private static Map<String, Object> load(String file) throws IOException {
        try (Reader in = Files.newBufferedReader(Path.of("../prometheus", file))) {
            return new Yaml().load(in);
        }
    }

    private static String line(Map<String, Object> rule) {
        return String.valueOf(rule.get("expr")).replaceAll("\\s+", " ").strip();
    }

    private static double seconds(@Nullable Object duration) {
        return duration == null ? 0 : PromQl.seconds(String.valueOf(duration));
    }
}
