package emptyrecord.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /replays}; everything may be left out.
 *
 * @param seed default the region's
 * @param guards switched on; all others are switched off; default the region's
 * @param untilMinutes T+ at which the run ends, 1 to 10000; default 872
 * @param trigger false: a quiet soak of {@code untilMinutes}
 * @param maxRounds of the race, 1 to 1000; default 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayRequest(
        @Nullable Long seed,
        @Nullable List<String> guards,
        @Nullable Double untilMinutes,
        @Nullable Boolean trigger,
        @Nullable Integer maxRounds) {

    /** Everything by default. */
    public static ReplayRequest plain() {
        return new ReplayRequest(null, null, null, null, null);
    }
}
