package emptyrecord.api.run;

import emptyrecord.api.json.Absent;

/**
 * One condition of the steady state.
 *
 * @param ok whether it is met
 * @param detail the figure behind it; empty when there is none
 */
public record Check(String name, boolean ok, String detail) {

    public Check {
        name = Absent.toEmpty(name);
        detail = Absent.toEmpty(detail);
    }
}
