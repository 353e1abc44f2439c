package emptyrecord.route53.health;

import java.time.Instant;

/**
 * What one checker reports.
 *
 * @param region where Route 53 would have it
 * @param status the report of a probe
 * @param checked wall time of that probe
 */
public record Observation(String region, String status, Instant checked) {}
