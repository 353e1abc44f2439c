package emptyrecord.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import emptyrecord.api.json.Absent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's {@code settings.json}, also a part of its {@code report.json}. The numbers of a night are next to the others,
 * and are left out of a scenario's. Folders of older scenarios have zeros there.
 *
 * @param <P> the operators' playbook; a reader that does not need it takes {@link Object}
 * @param speed incident seconds per real second
 * @param untilMinutes T+ at which a night ends; of a quiet soak its length
 * @param trigger false for a quiet soak
 * @param maxRounds of the race
 * @param quietMinutes incident minutes of watching when the record never became empty
 * @param startedAt wall time; null when the file omits it
 * @param regionalName the name whose answer is T+0; null when the file omits it
 * @param capacityPerMinute lease attempts that all DWFM workers can do per incident minute
 * @param parameters settings of the control room that shaped the run; of a scenario's run its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsFile<P>(
        String id,
        long seed,
        double speed,
        List<String> guards,
        @Nullable Double untilMinutes,
        @Nullable Boolean trigger,
        @Nullable Integer maxRounds,
        @Nullable Double quietMinutes,
        @Nullable Instant startedAt,
        @Nullable String regionalName,
        double capacityPerMinute,
        @Nullable P playbook,
        Map<String, Object> parameters) {

    /** Key of a scenario's name among the parameters. */
    public static final String SCENARIO = "scenario";

    public SettingsFile {
        id = Absent.toEmpty(id);
        guards = Absent.toEmpty(guards);
        parameters = Absent.toEmpty(parameters);
    }

    /** The scenario that was played; empty for a night. */
    public String scenario() {
        return parameters.get(SCENARIO) instanceof String name ? name : "";
    }
}
