package emptyrecord.control.drill.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An action of the runbook and its parameters. */
public record RunbookAction(String operation, Map<String, Object> parameters) {

    public RunbookAction {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** As a line of the log has it. */
    public String text() {
        return operation + (parameters.isEmpty() ? "" : " " + parameters);
    }
}
