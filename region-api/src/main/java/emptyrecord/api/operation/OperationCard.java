package emptyrecord.api.operation;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * An operators' action as {@code GET /operations} and {@code GET /drill/actions} list it.
 *
 * @param meaning one sentence
 * @param fact F-number, or "lab" for what only a facilitator does
 * @param destroys whether it discards something for good; the page asks first
 */
public record OperationCard(String name, String meaning, String fact, List<Parameter> parameters, boolean destroys) {

    public OperationCard {
        name = Absent.toEmpty(name);
        meaning = Absent.toEmpty(meaning);
        fact = Absent.toEmpty(fact);
        parameters = Absent.toEmpty(parameters);
    }

    public OperationCard(String name, String meaning, String fact, List<Parameter> parameters) {
        this(name, meaning, fact, parameters, false);
    }
}
