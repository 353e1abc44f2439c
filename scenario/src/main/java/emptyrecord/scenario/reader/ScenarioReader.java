package emptyrecord.scenario.reader;

import emptyrecord.api.drill.Hint;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.catalogue.Measurement;
import emptyrecord.scenario.Condition;
import emptyrecord.scenario.DrillCard;
import emptyrecord.scenario.Gauge;
import emptyrecord.scenario.MustSee;
import emptyrecord.scenario.Scenario;
import emptyrecord.scenario.Step;
import emptyrecord.scenario.Tolerance;
import emptyrecord.scenario.Tries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Builds a scenario from a document that fits the schema and names only ids of its events ({@link EventWords}). */
final class ScenarioReader {

    private static final double WITHIN = 120;
    private static final int ROUNDS = 20;
    private static final int LEAST_TRIES = 5;

    private ScenarioReader() {}

    static Scenario scenario(String name, JsonNode root) {
        return new Scenario(
                name,
                text(root, "title"),
                text(root, "description").strip(),
                texts(root.path("tags")),
                hypothesis(root.path("steady-state-hypothesis")),
                each(root.path("method"), ScenarioReader::step),
                each(root.path("rollbacks"), n -> operate("rollback", n)),
                each(root.path("must-see"), ScenarioReader::mustSee),
                root.has("drill") ? Optional.of(drill(root.path("drill"))) : Optional.empty());
    }

    private static Scenario.Hypothesis hypothesis(JsonNode node) {
        return new Scenario.Hypothesis(
                text(node, "title"),
                node.path("within").asDouble(WITHIN),
                each(
                        node.path("probes"),
                        p -> new Scenario.Probe(
                                text(p, "name"),
                                gauge(p),
                                tolerance(p.path("tolerance")),
                                Scenario.When.valueOf(
                                        p.path("when").asString("both").toUpperCase(Locale.ROOT)))));
    }

    private static Step step(JsonNode node) {
        String name = text(node, "name");
        if (node.has("inject")) {
            return inject(name, node.path("inject"));
        }
        if (node.has("clear")) {
            JsonNode clear = node.path("clear");
            return new Step.Clear(name, text(clear, "service"), text(clear, "fault"));
        }
        if (node.has("operate")) {
            return operate(name, node.path("operate"));
        }
        if (node.has("guard")) {
            JsonNode guard = node.path("guard");
            return new Step.SwitchGuard(
                    name, text(guard, "guard"), guard.path("on").asBoolean());
        }
        return node.has("pause") ? new Step.Pause(name, node.path("pause").asDouble()) : longStep(name, node);
    }

    private static Step longStep(String name, JsonNode node) {
        if (node.has("wait-until")) {
            JsonNode wait = node.path("wait-until");
            return new Step.WaitUntil(
                    name,
                    gauge(wait),
                    tolerance(wait.path("tolerance")),
                    wait.path("for").asDouble(0),
                    wait.path("within").asDouble(),
                    wait.path("otherwise").asString("fail").equals("go-on"));
        }
        if (node.has("race")) {
            JsonNode race = node.path("race");
            return new Step.Race(
                    name,
                    race.path("losses").asInt(),
                    text(race, "until").equals("record-empty"),
                    race.path("rounds").asInt(ROUNDS));
        }
        return new Step.Operators(name, node.path("operators").path("until").asDouble());
    }

    private static Step.Inject inject(String name, JsonNode node) {
        return new Step.Inject(
                name,
                text(node, "service"),
                text(node, "fault"),
                optional(node.path("step")),
                node.has("magnitude") ? Optional.of(node.path("magnitude").asDouble()) : Optional.empty(),
                optional(node.path("target")));
    }

    private static Step.Operate operate(String name, JsonNode node) {
        return new Step.Operate(name, text(node, "action"), values(node.path("with")));
    }

    private static MustSee mustSee(JsonNode node) {
        return new MustSee(text(node, "name"), condition(node), window(node.path("window")));
    }

    private static Condition condition(JsonNode node) {
        if (node.has("reaches")) {
            JsonNode n = node.path("reaches");
            return new Condition.Reaches(
                    gauge(n), tolerance(n.path("tolerance")), n.path("for").asDouble(0));
        }
        if (node.has("stays")) {
            return new Condition.Stays(
                    gauge(node.path("stays")), tolerance(node.path("stays").path("tolerance")));
        }
        if (node.has("changes")) {
            return new Condition.Changes(
                    gauge(node.path("changes")), tolerance(node.path("changes").path("tolerance")));
        }
        return node.has("outcome") ? outcome(node.path("outcome")) : ofEvents(node);
    }

    private static Condition ofEvents(JsonNode node) {
        if (node.has("stale-plan-goes-live")) {
            JsonNode stale = node.path("stale-plan-goes-live");
            return new Condition.StalePlanGoesLive(text(stale, "endpoint"), tolerance(stale.path("generations")));
        }
        JsonNode happens = node.path("happens");
        Map<EventId, String> ids = new TreeMap<>();
        happens.path("with")
                .properties()
                .forEach(e -> ids.put(
                        EventId.find(e.getKey()).orElseThrow(), e.getValue().asString()));
        return new Condition.Happens(
                EventKind.of(text(happens, "event")),
                happens.path("service").asString(""),
                ids,
                happens.has("times") ? tolerance(happens.path("times")) : new Tolerance(1, Double.POSITIVE_INFINITY));
    }

    private static Condition outcome(JsonNode node) {
        String of = text(node, "of");
        Tries tries = switch (of) {
            case "launches" -> new Tries(Tries.Kind.LAUNCHES, null);
            case "connections" -> new Tries(Tries.Kind.CONNECTIONS, null);
            default -> new Tries(Tries.Kind.CANARY, of);
        };
        return new Condition.OutcomeShare(
                tries,
                text(node, "is"),
                tolerance(node.path("share")),
                node.path("tries").asInt(LEAST_TRIES));
    }

    private static MustSee.Window window(JsonNode node) {
        return new MustSee.Window(
                nullable(node.path("since")),
                node.path("from").asDouble(0),
                nullable(node.path("till")),
                node.path("to").asDouble(Double.POSITIVE_INFINITY));
    }

    private static DrillCard drill(JsonNode node) {
        return new DrillCard(
                text(node, "page").strip(),
                nullable(node.path("page-after")),
                texts(node.path("causes")),
                node.path("telling").asString(""),
                texts(node.path("mitigations")),
                each(
                        node.path("hints"),
                        h -> new Hint(text(h, "text"), h.path("points").asInt())),
                each(node.path("injects"), i -> new DrillCard.News(i.path("at").asDouble(), text(i, "text"))),
                each(node.path("stakeholders"), ScenarioReader::demand),
                each(
                        node.path("guards"),
                        g -> new DrillCard.Saving(text(g, "guard"), text(g, "saves"), text(g, "known"))));
    }

    private static DrillCard.Demand demand(JsonNode node) {
        JsonNode when = node.path("when");
        return new DrillCard.Demand(
                text(node, "who"),
                node.path("at").asDouble(),
                when.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new DrillCard.Trigger(gauge(when), tolerance(when.path("tolerance")))));
    }

    private static Gauge gauge(JsonNode node) {
        return new Gauge(Measurement.of(text(node, "measure")), nullable(node.path("of")));
    }

    private static Tolerance tolerance(JsonNode node) {
        if (node.has("is")) {
            return new Tolerance(node.path("is").asDouble(), node.path("is").asDouble());
        }
        return new Tolerance(
                node.path("at-least").asDouble(Double.NEGATIVE_INFINITY),
                node.path("at-most").asDouble(Double.POSITIVE_INFINITY));
    }

    private static Map<String, Object> values(JsonNode node) {
        Map<String, Object> values = new TreeMap<>();
        node.properties().forEach(e -> values.put(e.getKey(), value(e.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asString();
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach(n -> all.add(read.apply(n)));
        return all;
    }

    private static List<String> texts(JsonNode array) {
        return each(array, JsonNode::asString);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static Optional<String> optional(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.asString());
    }

    private static @Nullable String nullable(JsonNode node) {
        return node.isMissingNode() ? null : node.asString();
    }
}
