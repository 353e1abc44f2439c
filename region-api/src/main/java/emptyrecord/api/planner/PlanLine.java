package emptyrecord.api.planner;

import java.time.Instant;

/**
 * A plan in the list of {@code GET /plans}.
 *
 * @param createdAt incident time
 */
public record PlanLine(long generation, Instant createdAt) {}
