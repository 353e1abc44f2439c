package emptyrecord.e2e.observability;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboards in {@code grafana/dashboards}. */
final class Dashboards {

    private static final JsonMapper JSON = new JsonMapper();

    private Dashboards() {}

    /** A query of a panel or of an annotation; {@code place} for people. */
    record Query(String dashboard, String place, String expr) {}

    static List<JsonNode> all() {
        return Project.files("grafana/dashboards", ".json").stream()
                .map(file -> JSON.readTree(Project.text(file)))
                .toList();
    }

    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode dashboard : all()) {
            String uid = dashboard.path("uid").asString();
            for (JsonNode panel : dashboard.path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    String place = panel.path("title").asString() + " "
                            + target.path("refId").asString();
                    queries.add(new Query(uid, place, target.path("expr").asString()));
                }
            }
            for (JsonNode annotation : annotations(dashboard)) {
                String place = "annotation " + annotation.path("name").asString();
                queries.add(new Query(
                        uid, place, annotation.path("target").path("expr").asString()));
            }
        }
        return queries;
    }

    /** Annotation queries; Grafana's own, which has no query, left out. */
    static List<JsonNode> annotations(JsonNode dashboard) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode annotation : dashboard.path("annotations").path("list")) {
            if (annotation.path("builtIn").asInt(0) == 0) {
                found.add(annotation);
            }
        }
        return found;
    }
}
