package emptyrecord.route53.health;

import emptyrecord.route53.core.health.HealthCheck;
import java.util.Optional;

/**
 * A line of the health checks' journal.
 *
 * @param seq number of the change; a health check's id is made of its first one, so none is used twice
 * @param id of the health check; empty for a line that keeps only the number
 * @param healthCheck as it is now; empty when it was deleted
 */
public record HealthCheckLine(long seq, String id, Optional<HealthCheck> healthCheck) {}
