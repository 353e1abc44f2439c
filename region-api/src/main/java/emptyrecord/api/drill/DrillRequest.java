package emptyrecord.api.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /drills}.
 *
 * @param scenario that comes with the lab
 * @param team default {@code team}
 * @param inhibit whether a root cause silences its symptoms; default false: everything pages, as that night (F5)
 * @param minutes incident minutes after which the drill ends by itself; default 480
 * @param seed default the region's
 * @param roles whether commander, scribe, liaison and operator have a token each; default false: one for all
 * @param approval whether the operator's actions wait for the commander, in a drill with roles; default false
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrillRequest(
        @Nullable String scenario,
        @Nullable String team,
        @Nullable Boolean inhibit,
        @Nullable Double minutes,
        @Nullable Long seed,
        @Nullable Boolean roles,
        @Nullable Boolean approval) {

    /** A drill without roles. */
    public DrillRequest(
            @Nullable String scenario,
            @Nullable String team,
            @Nullable Boolean inhibit,
            @Nullable Double minutes,
            @Nullable Long seed) {
        this(scenario, team, inhibit, minutes, seed, null, null);
    }
}
