package emptyrecord.dynamo.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Fault.Range;
import emptyrecord.kit.switchboard.Faults;
import java.util.List;
import java.util.Map;

/**
 * Fault {@code lb-down}: a load balancer closes every connection at its next request, and its health answers 503, so
 * the planner leaves it out of the next plan (F30). Target: its name or address; none means all.
 */
public final class LoadBalancerDown {

    private final Fault fault;

    public LoadBalancerDown(Faults faults, List<String> balancers) {
        this.fault = faults.declare(new Fault(
                        "lb-down",
                        "The load balancer (target: name or address; none: all) closes connections and fails its health check (F30)",
                        "load balancers",
                        new Range(1, 1),
                        Map.of("down", 1.0))
                .aimedAt(balancers));
    }

    public boolean isDown(String name, String address) {
        return fault.magnitude(name).isPresent() || fault.magnitude(address).isPresent();
    }
}
