package emptyrecord.enactor.core;

import java.util.List;

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
        return new Plan(
                new PlanGeneration(generation),
                List.of(
                        new Plan.Endpoint("account", ACCOUNT, LOAD_BALANCERS),
                        new Plan.Endpoint("regional", REGIONAL, LOAD_BALANCERS)));
    }

    static Plan.Endpoint regional() {
        return plan(1).endpoints().getLast();
    }
}
