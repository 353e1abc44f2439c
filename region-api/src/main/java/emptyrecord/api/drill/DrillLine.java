package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a drill's log: a message to the trainees, or an action of theirs. In a drill with roles the id {@link #BY}
 * of an action is the role's word.
 *
 * @param minute incident minutes since the drill's scenario began
 * @param kind NEWS when the body omits it
 * @param ids names and figures: strings, numbers and booleans only
 */
public record DrillLine(double minute, Kind kind, String text, Map<String, Object> ids) {

    /** Name of the id that says whose line it is. */
    public static final String BY = "by";

    public DrillLine {
        kind = kind == null ? Kind.NEWS : kind;
        text = Absent.toEmpty(text);
        ids = new TreeMap<>(Absent.toEmpty(ids));
    }

    /** The kind of a line. PAGE to UPDATE_MISSED come to the trainees; READ to ALL_CLEAR are theirs. */
    public enum Kind {
        PAGE,
        ALARM,
        ALARM_OVER,
        NEWS,
        QUESTION,
        QUESTION_PUSHED,
        UPDATE_MISSED,
        READ,
        HINT,
        INCIDENT,
        NO_INCIDENT,
        HYPOTHESIS,
        PROPOSAL,
        APPROVAL,
        REJECTION,
        ACTION,
        ACTION_REFUSED,
        NOTE,
        ASSIGNMENT,
        UPDATE,
        ANSWER,
        ALL_CLEAR,
        ENDED;

        /** Whether trainees wrote it. */
        public boolean isTheirs() {
            return compareTo(READ) >= 0 && compareTo(ALL_CLEAR) <= 0;
        }
    }
}
