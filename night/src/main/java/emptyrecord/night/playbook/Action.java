package emptyrecord.night.playbook;

import java.util.Map;
import java.util.TreeMap;

/**
 * An operator action that a rule wants done.
 *
 * @param operation name of the operation
 * @param parameters of the operation
 * @param fact the fact it stands on
 * @param because the operators' observation, in words
 */
public record Action(String operation, Map<String, Object> parameters, String fact, String because) {
    public Action {
        parameters = new TreeMap<>(parameters);
    }

    static Action of(String operation, String fact, String because) {
        return new Action(operation, Map.of(), fact, because);
    }
}
