package emptyrecord.api.dynamo;

/**
 * {@code GET /health/load-balancer}: a load balancer's report to the planner.
 *
 * @param capacity relative to the others; 0 counts as out
 */
public record LoadBalancerHealth(String name, boolean healthy, double capacity) {}
