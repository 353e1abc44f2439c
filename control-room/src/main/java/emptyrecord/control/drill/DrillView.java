package emptyrecord.control.drill;

import emptyrecord.control.drill.core.AlarmSeen;
import emptyrecord.control.drill.core.Declaring;
import emptyrecord.control.drill.core.DrillLine;
import java.util.List;
import java.util.Map;

/**
 * The trainees' view of their drill; nothing in it names a fault.
 *
 * @param state WAITING for the page, ON or OVER
 * @param minute incident minutes since the drill's scenario began
 * @param customersSee canaries' success in percent
 * @param alarms ids of the alarms that fire
 * @param alarmsSeen all that have fired, in the order in which they came; those that are over can still be read
 * @param declaring the declaration, and the rule by which it is scored
 */
public record DrillView(
        String team,
        State state,
        double minute,
        Map<String, Long> customersSee,
        List<String> alarms,
        List<AlarmSeen> alarmsSeen,
        Declaring declaring,
        List<DrillLine> log) {

    /** The state of a drill. */
    public enum State {
        WAITING,
        ON,
        OVER
    }
}
