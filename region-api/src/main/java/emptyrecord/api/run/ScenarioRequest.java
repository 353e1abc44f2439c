package emptyrecord.api.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /scenarios/{name}/runs}: the options of a run.
 *
 * @param seed default the region's
 * @param guards switched on, all others off; default the region's
 */
public record ScenarioRequest(@Nullable Long seed, @Nullable List<String> guards) {

    /** Everything by default. */
    public static ScenarioRequest plain() {
        return new ScenarioRequest(null, null);
    }
}
