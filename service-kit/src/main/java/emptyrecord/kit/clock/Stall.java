package emptyrecord.kit.clock;

import java.time.Duration;

/**
 * A span in which a process's timers ran late.
 *
 * @param lasted real time from when the first late heartbeat was due until the last one came
 * @param worst real lateness of the latest heartbeat in it
 * @param over real time since the last late heartbeat
 */
public record Stall(Duration lasted, Duration worst, Duration over) {}
