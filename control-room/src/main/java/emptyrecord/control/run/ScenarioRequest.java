package emptyrecord.control.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run.
 *
 * @param seed default the region's
 * @param guards switched on, all others off; default the region's
 */
public record ScenarioRequest(@Nullable Long seed, @Nullable List<String> guards) {}
