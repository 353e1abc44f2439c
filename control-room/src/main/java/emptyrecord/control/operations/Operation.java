package emptyrecord.control.operations;

import emptyrecord.api.operation.OperationCard;
import java.util.Map;

/** An operator's action: one class each, with a name, one sentence, the fact it is based on, and parameters. */
public interface Operation {

    OperationCard card();

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
