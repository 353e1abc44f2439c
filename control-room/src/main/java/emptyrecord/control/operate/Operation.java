package emptyrecord.control.operate;

import java.util.List;
import java.util.Map;

/** Something an operator can do: one class each, with a name, one sentence, the fact it stands on, and parameters. */
public interface Operation {

    /**
     * What the desk shows of an operation.
     *
     * @param meaning one sentence
     * @param fact F-number, or "lab" for what only a facilitator does
     */
    record Card(String name, String meaning, String fact, List<Parameter> parameters) {}

    /** A parameter of an operation. */
    record Parameter(String name, String meaning, boolean required) {}

    Card card();

    /**
     * Does it.
     *
     * @return what was done, for the event
     * @throws IllegalArgumentException when a parameter is missing or wrong
     * @throws IllegalStateException when a service refuses or does not answer
     */
    Map<String, Object> perform(Arguments arguments);
}
