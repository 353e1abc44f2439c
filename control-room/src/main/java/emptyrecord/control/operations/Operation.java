package emptyrecord.control.operations;

import java.util.List;
import java.util.Map;

/** An operator's action: one class each, with a name, one sentence, the fact it is based on, and parameters. */
public interface Operation {

    /**
     * An operation as it is listed.
     *
     * @param meaning one sentence
     * @param fact F-number, or "lab" for what only a facilitator does
     * @param destroys whether it discards something for good; the page asks first
     */
    record Card(String name, String meaning, String fact, List<Parameter> parameters, boolean destroys) {
        public Card(String name, String meaning, String fact, List<Parameter> parameters) {
            this(name, meaning, fact, parameters, false);
        }
    }

    /**
     * A parameter of an operation.
     *
     * @param steps values that have a name, the first one proposed; others may be given as well
     */
    record Parameter(String name, String meaning, boolean required, List<Step> steps) {
        public Parameter(String name, String meaning, boolean required, Step... steps) {
            this(name, meaning, required, List.of(steps));
        }
    }

    /** A named value of a parameter. */
    record Step(String name, String value) {}

    Card card();

    /** How a reset takes it back. */
    Undo undo();

    /**
     * Does it.
     *
     * @return what was done, for the event
     * @throws IllegalArgumentException when a parameter is missing or wrong
     * @throws IllegalStateException when a service refuses or does not answer
     */
    Map<String, Object> perform(Arguments arguments);
}
