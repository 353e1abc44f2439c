package emptyrecord.scenario.reader;

import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.scenario.Coherence.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The ids that a scenario expects of an event; the schema knows the kinds of events and not the ids of each. */
final class EventWords {

    private EventWords() {}

    /** One problem for each id that no event of its kind has: such a must-see could never be met. */
    static List<Problem> problems(JsonNode root) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < root.path("must-see").size(); i++) {
            JsonNode happens = root.path("must-see").path(i).path("happens");
            EventKind kind = EventKind.of(happens.path("event").asString(""));
            for (String key : happens.path("with").propertyNames()) {
                if (EventId.find(key).filter(kind.ids()::contains).isEmpty()) {
                    problems.add(new Problem(
                            "/must-see/" + i + "/happens/with/" + key,
                            "'" + kind.word() + "' has no '" + key + "'; it has " + keys(kind)));
                }
            }
        }
        return problems;
    }

    private static List<String> keys(EventKind kind) {
        return kind.ids().stream().map(EventId::key).sorted().toList();
    }
}
