package emptyrecord.planner.core;

/** What a look at one load balancer came to: it told its capacity, or it is out. */
public sealed interface Reading {

    String name();

    String address();

    /** @param capacity in the load balancers' own unit, above 0 */
    record Healthy(String name, String address, double capacity) implements Reading {}

    /** @param reason unhealthy by its own word, or no answer */
    record Out(String name, String address, String reason) implements Reading {}
}
