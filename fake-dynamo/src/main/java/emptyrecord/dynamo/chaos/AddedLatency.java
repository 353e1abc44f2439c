package emptyrecord.dynamo.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Fault.Range;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Fault {@code latency}: every request waits before it is read. The unit is REAL milliseconds, because they count
 * against the callers' transport time-outs, which are real at every speed. Target: a load balancer's name or address.
 */
public final class AddedLatency {

    private final Fault fault;

    public AddedLatency(Faults faults, List<String> balancers) {
        this.fault = faults.declare(new Fault(
                        "latency",
                        "Every request through the load balancer (target: name or address; none: all) waits so long in real time",
                        "ms, real",
                        new Range(1, 30_000),
                        Map.of("slow", 200.0))
                .aimedAt(balancers));
    }

    public void await(String name, String address) throws InterruptedException {
        double millis = fault.magnitude(name).or(() -> fault.magnitude(address)).orElse(0.0);
        if (millis > 0) {
            Thread.sleep(Duration.ofNanos(Math.round(millis * 1e6)));
        }
    }
}
