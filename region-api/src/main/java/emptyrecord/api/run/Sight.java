package emptyrecord.api.run;

import emptyrecord.api.json.Absent;

/**
 * A must-see of a scenario with its finding.
 *
 * @param met whether it was seen
 * @param detail the figure behind it
 */
public record Sight(String name, boolean met, String detail) {

    public Sight {
        name = Absent.toEmpty(name);
        detail = Absent.toEmpty(detail);
    }
}
