package emptyrecord.e2e.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Prometheus' rules, read from the files in {@code prometheus/rules}. */
record Rules(List<Alert> alerts, Map<String, String> recorded) {

    /** An alert; {@code labels} and {@code annotations} as templates. */
    record Alert(String name, String expr, Map<String, String> labels, Map<String, String> annotations) {}

    static Rules read() {
        List<Alert> alerts = new ArrayList<>();
        Map<String, String> recorded = new TreeMap<>();
        for (Map<?, ?> rule : all()) {
            String expr = String.valueOf(rule.get("expr"));
            if (rule.containsKey("alert")) {
                alerts.add(new Alert(
                        String.valueOf(rule.get("alert")), expr, texts(rule, "labels"), texts(rule, "annotations")));
            } else {
                recorded.put(String.valueOf(rule.get("record")), expr);
            }
        }
        return new Rules(List.copyOf(alerts), recorded);
    }

    /** The services' metrics that any rule reads. */
    Set<String> exportedMetricsRead() {
        Set<String> read = new TreeSet<>();
        recorded.values().forEach(expr -> read.addAll(PromQl.metrics(expr)));
        alerts.forEach(alert -> read.addAll(PromQl.metrics(alert.expr())));
        read.removeAll(recorded.keySet());
        return read;
    }

    private static List<Map<?, ?>> all() {
        List<Map<?, ?>> rules = new ArrayList<>();
        for (var file : Project.files("prometheus/rules", ".yml")) {
            Map<?, ?> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Project.text(file));
            for (Object group : (List<?>) entry(root, "groups")) {
                for (Object rule : (List<?>) entry((Map<?, ?>) group, "rules")) {
                    rules.add((Map<?, ?>) rule);
                }
            }
        }
        return rules;
    }

    private static Object entry(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("prometheus/rules: no " + key + " in " + map.keySet());
        }
        return value;
    }

    private static Map<String, String> texts(Map<?, ?> rule, String key) {
        Map<String, String> texts = new TreeMap<>();
        if (rule.get(key) instanceof Map<?, ?> map) {
            map.forEach((k, v) -> texts.put(String.valueOf(k), String.valueOf(v)));
        }
        return texts;
    }
}
