package emptyrecord.night.steady;

import java.time.Instant;

/**
 * A check of the steady state that failed for a while.
 *
 * @param check its name
 * @param first wall time of its first failing sample
 * @param last wall time of its last failing sample
 * @param samples how many failed
 * @param detail of the first
 */
public record Breach(String check, Instant first, Instant last, int samples, String detail) {}
