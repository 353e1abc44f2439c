package emptyrecord.dynamo.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Fault.Range;
import emptyrecord.kit.switchboard.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Fault {@code throttle}: a share of all requests is answered with ProvisionedThroughputExceededException without being
 * tried. A seeded generator selects them. Target: a load balancer's name or address.
 */
public final class Throttling {

    private final Fault fault;
    private final RandomGenerator random;

    /** @param random is used under a lock */
    public Throttling(Faults faults, RandomGenerator random, List<String> balancers) {
        this.random = random;
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put("half", 0.5);
        steps.put("tenth", 0.1);
        steps.put("all", 1.0);
        this.fault = faults.declare(new Fault(
                        "throttle",
                        "This share of the requests (target: a load balancer's name or address; none: all) is refused with "
                                + "ProvisionedThroughputExceededException",
                        "share of requests",
                        new Range(0.001, 1),
                        steps)
                .aimedAt(balancers));
    }

    public boolean refuses(String name, String address) {
        Optional<Double> share = fault.magnitude(name).or(() -> fault.magnitude(address));
        return share.isPresent() && draw() < share.get();
    }

    private synchronized double draw() {
        return random.nextDouble();
    }
}
