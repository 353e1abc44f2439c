package emptyrecord.scenario.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The facts about its region that a scenario needs.
 *
 * @param endpoint the plans' name of the regional endpoint
 * @param zone its DNS name
 * @param trigger the fault that makes an enactor lose its locks
 * @param settleMinutes how long after the late flip the record may still become empty
 * @param stayEmptyMinutes how long the record must stay empty to count
 * @param roundLimitMinutes longest round of the race
 */
public record Terms(
        double speed,
        List<String> enactors,
        String endpoint,
        String zone,
        String trigger,
        double settleMinutes,
        double stayEmptyMinutes,
        double roundLimitMinutes) {
    public Terms {
        enactors = List.copyOf(enactors);
    }

    /** Incident minutes between two wall instants. */
    public double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 6e10 * speed;
    }
}
