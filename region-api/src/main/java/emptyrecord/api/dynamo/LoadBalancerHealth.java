package emptyrecord.api.dynamo;

/**
 * {@code GET /health/load-balancer}: what a load balancer tells the planner.
 *
 * @param capacity relative to the others; 0 counts as out
 */
public record LoadBalancerHealth(String name, boolean healthy, double capacity) {}
