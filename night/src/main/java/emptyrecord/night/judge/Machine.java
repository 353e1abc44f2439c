package emptyrecord.night.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine kept up during a run, from the events of its services' heartbeats: {@code clock-stalled} and
 * {@code service-restarted}. Times are real unless their name says incident.
 *
 * @param keptUp whether there was no stall
 * @param worstSeconds of the longest lateness in a stall
 * @param lateShare share of the run's time that lies in stalls
 * @param stalls spans in which two services or more ran late at once
 * @param alone spans in which one service ran late alone: it was stopped, or busy with itself
 * @param restarts services that ended and were restarted
 * @param milestonesInStalls names of the milestones whose moment lies in a stall or shortly after one
 * @param words all of it in one sentence or two
 */
public record Machine(
        boolean keptUp,
        double worstSeconds,
        double worstIncidentSeconds,
        double lateShare,
        List<Span> stalls,
        List<Span> alone,
        List<Restart> restarts,
        List<String> milestonesInStalls,
        String words) {

    public Machine {
        stalls = List.copyOf(stalls);
        alone = List.copyOf(alone);
        restarts = List.copyOf(restarts);
        milestonesInStalls = List.copyOf(milestonesInStalls);
    }

    /**
     * A span in which timers ran late.
     *
     * @param tPlusMinutes of its begin; null without T+0
     * @param worstSeconds that at least one service (of a stall: at least two) was late
     */
    public record Span(
            Instant from,
            Instant to,
            @Nullable Double tPlusMinutes,
            double worstSeconds,
            double worstIncidentSeconds,
            List<String> services) {}

    /** @param exitStatus of the process that ended, in words; empty when it is not known */
    public record Restart(Instant wall, @Nullable Double tPlusMinutes, String service, String exitStatus) {}
}
