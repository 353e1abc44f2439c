package emptyrecord.route53.core;

/** The status of all health checks at one moment; immutable, so that one answer sees one status of each. */
@FunctionalInterface
public interface Health {

    /** Without health checks every record is healthy. */
    Health ALL_HEALTHY = id -> true;

    /** @param healthCheck its id; one that does not exist counts as healthy (our choice, Route 53 leaves it open) */
    boolean isHealthy(String healthCheck);
}
