package emptyrecord.night.judge;

import emptyrecord.night.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run's {@code settings.json}: what was asked for and what the measures need.
 *
 * @param startedAt wall time
 * @param regionalName the name whose answer is T+0
 * @param capacityPerMinute lease attempts that all DWFM workers can do per incident minute (H·W/Se, our choice 16/.79)
 * @param parameters settings of the control room that shaped the run, for the reader
 */
public record RunSettings(
        String id,
        long seed,
        double speed,
        List<String> guards,
        double untilMinutes,
        boolean trigger,
        int maxRounds,
        double quietMinutes,
        Instant startedAt,
        String regionalName,
        double capacityPerMinute,
        Playbook playbook,
        Map<String, Object> parameters) {
    public RunSettings {
        guards = List.copyOf(guards);
    }
}
