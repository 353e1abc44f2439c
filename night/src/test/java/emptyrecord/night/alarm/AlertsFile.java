package emptyrecord.night.alarm;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> inhibitRules() throws IOException {
        return (List<Map<String, Object>>) load("alertmanager.yml").get("inhibit_rules");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules(String file) throws IOException {
        List<Map<String, Object>> groups =
                (List<Map<String, Object>>) load(file).get("groups");
        return groups.stream()
                .flatMap(g -> ((List<Map<String, Object>>) g.get("rules")).stream())
                .toList();
    }

    private static Map<String, Object> load(String file) throws IOException {
        try (Reader in = Files.newBufferedReader(Path.of("../prometheus", file))) {
            return new Yaml().load(in);
        }
    }

    private static String line(Map<String, Object> rule) {
        return String.valueOf(rule.get("expr")).replaceAll("\\s+", " ").strip();
    }

    private static double seconds(Object duration) {
        return duration == null ? 0 : PromQl.seconds(String.valueOf(duration));
    }
}
