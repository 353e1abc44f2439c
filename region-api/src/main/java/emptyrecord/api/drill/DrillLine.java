package emptyrecord.api.drill;

import emptyrecord.api.json.Absent;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a drill's log: a message to the trainees, or an action of theirs.
 *
 * @param minute incident minutes since the drill's scenario began
 * @param kind NEWS when the body omits it
 * @param ids names and figures: strings, numbers and booleans only
 */
public record DrillLine(double minute, Kind kind, String text, Map<String, Object> ids) {

    public DrillLine {
        kind = kind == null ? Kind.NEWS : kind;
        text = Absent.toEmpty(text);
        ids = new TreeMap<>(Absent.toEmpty(ids));
    }

    /** The kind of a line. ALARM to NEWS come to the trainees; READ to ALL_CLEAR are theirs. */
    public enum Kind {
        PAGE,
        ALARM,
        ALARM_OVER,
        NEWS,
        READ,
        HINT,
        INCIDENT,
        NO_INCIDENT,
        HYPOTHESIS,
        ACTION,
        ACTION_REFUSED,
        ALL_CLEAR,
        ENDED
    }
}
