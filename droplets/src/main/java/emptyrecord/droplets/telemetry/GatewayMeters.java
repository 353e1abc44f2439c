package emptyrecord.droplets.telemetry;

import emptyrecord.droplets.agents.GatewayTally;
import emptyrecord.droplets.rpc.Gateway;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** The gateways before the droplets: slots in use, queue, and what has become of the calls. */
public final class GatewayMeters {

    public GatewayMeters(MeterRegistry meters, Gateway gateway) {
        Gauge.builder("droplets.gateway.busy", gateway, Gateway::busy)
                .description("Slots of the gateways in use")
                .register(meters);
        Gauge.builder("droplets.gateway.waiting", gateway, Gateway::waiting)
                .description("Calls that wait in the gateways' queues, given up or not")
                .register(meters);
        counter(meters, gateway.tally(), "heard", GatewayTally::heard);
        counter(meters, gateway.tally(), "wasted", GatewayTally::wasted);
        counter(meters, gateway.tally(), "dropped", GatewayTally::dropped);
        counter(meters, gateway.tally(), "turned_away", GatewayTally::turnedAway);
    }

    private static void counter(
            MeterRegistry meters, GatewayTally tally, String outcome, ToDoubleFunction<GatewayTally> count) {
        FunctionCounter.builder("droplets.gateway.calls", tally, count)
                .tag("outcome", outcome)
                .description("Calls at the gateways by outcome; nobody waited for the wasted ones")
                .register(meters);
    }
}
