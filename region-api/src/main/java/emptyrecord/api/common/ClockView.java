package emptyrecord.api.common;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service's clock, as {@code GET /clock} shows it.
 *
 * @param speed incident seconds per real second
 * @param wall wall time
 * @param incident the same moment in incident time
 * @param zero wall time of T+0; null before it is known
 * @param tPlusMinutes incident minutes since T+0; null before it is known
 * @param lag how late the heartbeats of the last ten real seconds were
 */
public record ClockView(
        double speed,
        Instant wall,
        Instant incident,
        @Nullable Instant zero,
        @Nullable Double tPlusMinutes,
        Lag lag) {

    public ClockView {
        lag = lag == null ? new Lag(0, 0, 0, 0, 0) : lag;
    }

    /**
     * How late a process's timers are.
     *
     * @param heartbeats number of heartbeats measured
     * @param worstSeconds real seconds
     * @param worstIncidentSeconds the same in incident time
     * @param p99Seconds real seconds; 99 % were not later
     * @param threadDelaySeconds real seconds; longest wait of a virtual thread to run
     */
    public record Lag(
            int heartbeats,
            double worstSeconds,
            double worstIncidentSeconds,
            double p99Seconds,
            double threadDelaySeconds) {}

    /**
     * The body of {@code PUT /clock/zero}.
     *
     * @param at wall time of T+0
     */
    public record Zero(@Nullable Instant at) {}
}
