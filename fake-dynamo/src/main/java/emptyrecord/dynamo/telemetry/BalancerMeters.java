package emptyrecord.dynamo.telemetry;

import emptyrecord.dynamo.web.BalancerHealth;
import emptyrecord.dynamo.web.LoadBalancer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What passes through each load balancer, as metrics. */
public final class BalancerMeters {

    private BalancerMeters() {}

    public static void register(MeterRegistry meters, LoadBalancer balancer, BalancerHealth health) {
        Gauge.builder("dynamo.load.balancer.up", balancer, b -> health.isUp(b) ? 1 : 0)
                .description("1 while the load balancer is up")
                .tag("load_balancer", balancer.name())
                .register(meters);
        Gauge.builder("dynamo.connections", balancer, b -> b.connections().open())
                .description("Connections that carried a request within the last real minute")
                .tag("load_balancer", balancer.name())
                .register(meters);
        FunctionCounter.builder(
                        "dynamo.connections.opened",
                        balancer,
                        b -> b.connections().total())
                .description("Connections seen since the start")
                .tag("load_balancer", balancer.name())
                .register(meters);
        FunctionCounter.builder("dynamo.load.balancer.requests", balancer, LoadBalancer::requests)
                .description("Requests that came through the load balancer while it was up")
                .tag("load_balancer", balancer.name())
                .register(meters);
    }
}
