package emptyrecord.night.judge;

import emptyrecord.night.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run's {@code settings.json}: the request and the numbers that the measures need.
 *
 * @param startedAt wall time
 * @param regionalName the name whose answer is T+0
 * @param capacityPerMinute lease attempts that all DWFM workers can do per incident minute (H·W/Se, our choice 16 / .7175 = 22.3)
 * @param parameters settings of the control room that shaped the run, for the reader
 * @param night null for a scenario
 */
public record RunSettings(
        String id,
        long seed,
        double speed,
        List<String> guards,
        Instant startedAt,
        String regionalName,
        double capacityPerMinute,
        Playbook playbook,
        Map<String, Object> parameters,
        @Nullable NightNumbers night) {
    public RunSettings {
        guards = List.copyOf(guards);
    }

    /**
     * Settings that only a replay of the night has.
     *
     * @param untilMinutes T+ at which it ends; of a quiet soak its length
     * @param trigger false for a quiet soak
     * @param maxRounds of the race
     * @param quietMinutes minutes of watching when the record never became empty
     */
    public record NightNumbers(double untilMinutes, boolean trigger, int maxRounds, double quietMinutes) {}

    /** T+ at which the run ends; 0 for a scenario, which ends when its method does. */
    public double untilMinutes() {
        return night == null ? 0 : night.untilMinutes();
    }
}
