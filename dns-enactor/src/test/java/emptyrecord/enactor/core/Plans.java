package emptyrecord.enactor.core;

import java.util.List;
import java.util.stream.IntStream;

/** Plans of the regional endpoint and one sister, for tests. */
final class Plans {

    static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";

    private static final String ACCOUNT = "123456789012.ddb.us-east-1.amazonaws.test";

    private static final List<Plan.LoadBalancer> LOAD_BALANCERS = List.of(
            new Plan.LoadBalancer("lb-1a", "127.0.1.10", 100),
            new Plan.LoadBalancer("lb-1b", "127.0.2.10", 100),
            new Plan.LoadBalancer("lb-1c", "127.0.3.10", 100));

    private Plans() {}

    static Plan plan(long generation) {
        return plan(generation, LOAD_BALANCERS);
    }

    /** With so many load balancers, each with an address of its own. */
    static Plan large(long generation, int count) {
        return plan(
                generation,
                IntStream.range(0, count)
                        .mapToObj(
                                i -> new Plan.LoadBalancer("lb-" + i, "127.0." + (1 + i % 3) + "." + (10 + i / 3), 100))
                        .toList());
    }

    /** The same with AAAA beside A. */
    static Plan dualStack(Plan plan) {
        return plan(
                plan.generation().value(),
                plan.endpoints().getFirst().loadBalancers().stream()
                        .map(lb ->
                                new Plan.LoadBalancer(lb.name(), lb.address(), lb.weight(), "::ffff:" + lb.address()))
                        .toList());
    }

    private static Plan plan(long generation, List<Plan.LoadBalancer> loadBalancers) {
        return new Plan(
                new PlanGeneration(generation),
                List.of(
                        new Plan.Endpoint("account", ACCOUNT, loadBalancers),
                        new Plan.Endpoint("regional", REGIONAL, loadBalancers)));
    }

    static Plan.Endpoint regional() {
        return plan(1).endpoints().getLast();
    }
}
