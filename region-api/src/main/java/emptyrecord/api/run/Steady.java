package emptyrecord.api.run;

import emptyrecord.api.json.Absent;
import java.util.List;

/**
 * The body of {@code GET /steady}: whether the region is as on a quiet day.
 *
 * @param steady whether every check is met
 */
public record Steady(boolean steady, List<Check> checks) {

    public Steady {
        checks = Absent.toEmpty(checks);
    }

    /** The checks that are not met. */
    public List<Check> open() {
        return checks.stream().filter(check -> !check.ok()).toList();
    }
}
