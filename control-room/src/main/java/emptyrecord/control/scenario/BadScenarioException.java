package emptyrecord.control.scenario;

import java.util.List;

/** A file that is no scenario; one line for each thing that is wrong: where, what, and what is allowed. */
public final class BadScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BadScenarioException(String file, List<String> problems) {
        super(file + " is not a scenario:\n  " + String.join("\n  ", problems));
    }
}
