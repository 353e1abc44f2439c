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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrillRequest(
        @Nullable String scenario,
        @Nullable String team,
        @Nullable Boolean inhibit,
        @Nullable Double minutes,
        @Nullable Long seed) {}
