package emptyrecord.lab.region;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Suggestion;
import emptyrecord.lab.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An operators' action and its parameters, as the control room lists it.
 *
 * @param fact F-number, or {@code lab} for a facilitator's action
 */
public record OperationCard(String name, String meaning, String fact, List<Parameter> parameters) {

    /** @param steps named values, the suggested one first, for example {@code two=2} */
    record Parameter(String name, String meaning, boolean required, List<String> steps) {

        /** {@code perZone=…}, in brackets where it is optional. */
        String shown() {
            return required ? name + "=\u2026" : "[" + name + "=\u2026]";
        }
    }

    /** @param operations the body of {@code GET /operations} or {@code GET /drill/actions} */
    public static List<OperationCard> all(JsonNode operations) {
        List<OperationCard> cards = new ArrayList<>();
        for (JsonNode each : operations) {
            cards.add(new OperationCard(
                    each.path("name").asString(),
                    each.path("meaning").asString(),
                    each.path("fact").asString(),
                    stream(each.path("parameters"))
                            .map(OperationCard::parameter)
                            .toList()));
        }
        return cards;
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(
                node.path("name").asString(),
                node.path("meaning").asString(),
                node.path("required").asBoolean(),
                stream(node.path("steps"))
                        .map(s -> s.path("value").asString() + " ("
                                + s.path("name").asString() + ")")
                        .toList());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static OperationCard named(String name, List<OperationCard> cards) {
        return cards.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LabException.usage("there is no action '" + name + "'"
                        + Suggestion.of(
                                name, cards.stream().map(OperationCard::name).toList())));
    }

    public static Table table(List<OperationCard> cards) {
        Table table = new Table("action", "parameters", "fact", "what it does");
        cards.forEach(c -> table.row(
                c.name(),
                c.parameters().stream().map(Parameter::shown).collect(Collectors.joining(" ")),
                c.fact(),
                c.meaning()));
        return table;
    }

    /** The action's own help page. */
    public List<String> lines(int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(parameters.stream()
                .map(Parameter::shown)
                .collect(Collectors.joining(" ", "./lab operate " + name + " ", ""))
                .strip());
        lines.addAll(new Table("").row(meaning + " (" + fact + ")").lines(columns));
        Table table = new Table("", "", "", "");
        parameters.forEach(p -> table.row(
                "",
                p.name(),
                p.required() ? "needed" : "optional",
                p.meaning() + (p.steps().isEmpty() ? "" : "; values with a name: " + String.join(", ", p.steps()))));
        lines.addAll(table.lines(columns));
        return lines;
    }

    /** @throws LabException for an unknown parameter, or for a missing one that is required */
    public void check(Map<String, Object> given) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        for (String each : given.keySet()) {
            if (!known.contains(each)) {
                throw LabException.usage(name + " has no parameter '" + each + "'"
                        + (known.isEmpty() ? "; it takes none" : Suggestion.of(each, known)));
            }
        }
        for (Parameter p : parameters) {
            if (p.required() && !given.containsKey(p.name())) {
                throw LabException.usage(name + " needs " + p.name() + "=\u2026: " + p.meaning() + "; ./lab operate "
                        + name + " --help");
            }
        }
    }
}
