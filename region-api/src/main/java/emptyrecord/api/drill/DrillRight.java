package emptyrecord.api.drill;

import java.util.Locale;

/** Something that a trainee may do in a drill. Each line of {@link DrillRole} is a set of these. */
public enum DrillRight {
    DECLARE("declare an incident and its severity"),
    ASSIGN("assign work to a role"),
    DECIDE("approve or reject a proposed action"),
    HINT("take a hint"),
    ALL_CLEAR("give the all-clear"),
    HYPOTHESIS("record a hypothesis"),
    READ("read an alarm"),
    NOTE("write the log"),
    ACT("carry out an action of the runbook"),
    UPDATE("send a status update"),
    ANSWER("answer a stakeholder");

    private final String meaning;

    DrillRight(String meaning) {
        this.meaning = meaning;
    }

    /** Of the wire: {@code all-clear}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, after "may". */
    public String meaning() {
        return meaning;
    }
}
