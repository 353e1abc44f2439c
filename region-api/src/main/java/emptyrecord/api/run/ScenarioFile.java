package emptyrecord.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /scenario-runs}: a file and the options of its run.
 *
 * @param name of the scenario
 * @param text of the file, YAML
 * @param seed default the region's
 * @param guards switched on, all others off; default the region's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScenarioFile(
        @Nullable String name,
        @Nullable String text,
        @Nullable Long seed,
        @Nullable List<String> guards) {}
