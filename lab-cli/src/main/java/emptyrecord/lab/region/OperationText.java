package emptyrecord.lab.region;

import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Suggestion;
import emptyrecord.lab.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An operators' action and its parameters in words. */
public record OperationText(OperationCard card) {

    public static OperationText named(String name, List<OperationCard> cards) {
        return cards.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .map(OperationText::new)
                .orElseThrow(() -> LabException.usage("there is no action '" + name + "'"
                        + Suggestion.of(
                                name, cards.stream().map(OperationCard::name).toList())));
    }

    /** {@code perZone=…}, in brackets where it is optional. */
    private static String shown(Parameter parameter) {
        return parameter.required() ? parameter.name() + "=\u2026" : "[" + parameter.name() + "=\u2026]";
    }

    /** For example {@code 2 (two)}, the suggested one first. */
    private static String steps(Parameter parameter) {
        return parameter.steps().stream()
                .map(step -> step.value() + " (" + step.name() + ")")
                .collect(Collectors.joining(", "));
    }

    public static Table table(List<OperationCard> cards) {
        Table table = new Table("action", "parameters", "fact", "what it does");
        cards.forEach(c -> table.row(
                c.name(),
                c.parameters().stream().map(OperationText::shown).collect(Collectors.joining(" ")),
                c.fact(),
                c.meaning()));
        return table;
    }

    /** The action's own help page. */
    public List<String> lines(int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(card.parameters().stream()
                .map(OperationText::shown)
                .collect(Collectors.joining(" ", "./lab operate " + card.name() + " ", ""))
                .strip());
        lines.addAll(
                new Table("").row(card.meaning() + " (" + card.fact() + ")").lines(columns));
        Table table = new Table("", "", "", "");
        card.parameters()
                .forEach(p -> table.row(
                        "",
                        p.name(),
                        p.required() ? "needed" : "optional",
                        p.meaning() + (p.steps().isEmpty() ? "" : "; values with a name: " + steps(p))));
        lines.addAll(table.lines(columns));
        return lines;
    }

    /** @throws LabException for an unknown parameter, or for a missing one that is required */
    public void check(Map<String, Object> given) {
        List<String> known = card.parameters().stream().map(Parameter::name).toList();
        for (String each : given.keySet()) {
            if (!known.contains(each)) {
                throw LabException.usage(card.name() + " has no parameter '" + each + "'"
                        + (known.isEmpty() ? "; it takes none" : Suggestion.of(each, known)));
            }
        }
        for (Parameter p : card.parameters()) {
            if (p.required() && !given.containsKey(p.name())) {
                throw LabException.usage(card.name() + " needs " + p.name() + "=\u2026: " + p.meaning()
                        + "; ./lab operate " + card.name() + " --help");
            }
        }
    }
}
