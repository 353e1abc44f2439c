package emptyrecord.scenario.reader;

import java.util.List;

/** A file that is no scenario; one line for each problem: where, what, and what is allowed. */
public final class BadScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Most problems in the list; the rest appear once these are fixed. */
    private static final int MOST = 20;

    private static final int NAME_SHOWN = 100;

    BadScenarioException(String file, List<String> problems) {
        super(shown(file) + " is not a scenario:\n  " + String.join("\n  ", problems.subList(0, most(problems)))
                + (problems.size() > MOST ? "\n  … and " + (problems.size() - MOST) + " more" : ""));
    }

    private static int most(List<String> problems) {
        return Math.min(problems.size(), MOST);
    }

    /** A file's name comes from outside, too. */
    private static String shown(String file) {
        return file.length() > NAME_SHOWN ? file.substring(0, NAME_SHOWN) + "…" : file;
    }
}
