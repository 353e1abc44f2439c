package emptyrecord.droplets.chaos;

import emptyrecord.droplets.core.CheckDepth;
import emptyrecord.droplets.core.DropletId;
import emptyrecord.droplets.core.LookTimes;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fault {@code slow-handshake}: whatever a droplet does from now on takes so many times as long. */
public final class SlowHandshake implements LookTimes {

    private final Fault fault;
    private final LookTimes inner;

    /** @param hosts whose droplets it can be limited to */
    public SlowHandshake(Faults faults, List<String> hosts, LookTimes inner) {
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put("slow", 1.3);
        steps.put("very-slow", 2.0);
        this.fault = faults.declare(new Fault(
                        "slow-handshake",
                        "Handshakes with droplets take this many times as long (F50); above 1.5 a host cannot keep its leases; target: a host",
                        "times",
                        new Fault.Range(1, 20),
                        steps)
                .aimedAt(hosts));
        this.inner = inner;
    }

    @Override
    public Duration draw(DropletId droplet, CheckDepth depth) {
        Duration usual = inner.draw(droplet, depth);
        return fault.magnitude(droplet.manager())
                .map(factor -> LookTimes.times(usual, factor))
                .orElse(usual);
    }
}
