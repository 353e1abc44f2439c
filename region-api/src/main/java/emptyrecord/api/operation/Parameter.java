package emptyrecord.api.operation;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * A parameter of an operators' action.
 *
 * @param steps values that have a name, the first one proposed; others may be given as well
 */
public record Parameter(String name, String meaning, boolean required, List<Step> steps) {

    public Parameter {
        name = Absent.toEmpty(name);
        meaning = Absent.toEmpty(meaning);
        steps = Absent.toEmpty(steps);
    }

    public Parameter(String name, String meaning, boolean required, Step... steps) {
        this(name, meaning, required, List.of(steps));
    }
}
