package emptyrecord.planner.core;

/** The result of reading one load balancer: its capacity, or out. */
public sealed interface Reading {

    String name();

    String address();

    /** @param capacity in the load balancers' own unit, above 0 */
    record Healthy(String name, String address, double capacity) implements Reading {}

    /** @param reason unhealthy by its own report, or no answer */
    record Out(String name, String address, String reason) implements Reading {}
}
