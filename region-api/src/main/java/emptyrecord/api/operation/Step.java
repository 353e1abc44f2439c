package emptyrecord.api.operation;

import emptyrecord.api.json.Absent;

/**
 * A named value of a parameter.
 *
 * @param value in text
 */
public record Step(String name, String value) {

    public Step {
        name = Absent.toEmpty(name);
        value = Absent.toEmpty(value);
    }
}
