package emptyrecord.dynamo.telemetry;

import emptyrecord.dynamo.balancer.BalancerHealth;
import emptyrecord.dynamo.balancer.LoadBalancer;
import emptyrecord.dynamo.web.http.Connections;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The traffic through each load balancer, as metrics. */
public final class BalancerMeters {

    private static final Duration LATELY = Duration.ofMinutes(1);

    private BalancerMeters() {}

    public static void register(
            MeterRegistry meters, LoadBalancer balancer, BalancerHealth health, Connections connections) {
        Gauge.builder("dynamo.load.balancer.up", balancer, b -> health.isUp(b) ? 1 : 0)
                .description("1 while the load balancer is up")
                .tag("load_balancer", balancer.name())
                .register(meters);
        Gauge.builder("dynamo.connections", balancer, b -> connections.used(b, LATELY))
                .description("Connections that carried a request within the last real minute")
                .tag("load_balancer", balancer.name())
                .register(meters);
        FunctionCounter.builder("dynamo.connections.opened", balancer, LoadBalancer::connectionsOpened)
                .description("Connections seen since the start")
                .tag("load_balancer", balancer.name())
                .register(meters);
        FunctionCounter.builder("dynamo.load.balancer.requests", balancer, LoadBalancer::requests)
                .description("Requests that came through the load balancer while it was up")
                .tag("load_balancer", balancer.name())
                .register(meters);
    }
}
