package emptyrecord.api.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import emptyrecord.api.json.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trainees' view of their drill; nothing in it names a fault.
 *
 * @param state WAITING for the page, ON or OVER; ON when the body omits it
 * @param minute incident minutes since the drill's scenario began
 * @param customersSee canaries' success in percent
 * @param alarms ids of the alarms that fire
 * @param alarmsSeen all that have fired, in the order in which they came; those that are over can still be read
 * @param declaring the declaration, and the rule by which it is scored; null when the body omits it
 * @param roles the roles' part; null, and left out, in a drill without roles
 */
public record DrillView(
        String team,
        State state,
        double minute,
        Map<String, Long> customersSee,
        List<String> alarms,
        List<AlarmSeen> alarmsSeen,
        @Nullable Declaring declaring,
        List<DrillLine> log,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RolesView roles) {

    public DrillView {
        team = Absent.toEmpty(team);
        state = state == null ? State.ON : state;
        customersSee = Absent.toEmpty(customersSee);
        alarms = Absent.toEmpty(alarms);
        alarmsSeen = Absent.toEmpty(alarmsSeen);
        log = Absent.toEmpty(log);
    }

    /** The state of a drill. */
    public enum State {
        WAITING,
        ON,
        OVER
    }
}
