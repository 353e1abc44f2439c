package emptyrecord.dwfm.chaos;

import emptyrecord.dwfm.core.host.ServiceTimes;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fault {@code slow-handshake}: every piece of work takes so many times as long. */
public final class SlowHandshake {

    private final Fault fault;

    public SlowHandshake(Faults faults, List<String> hosts) {
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
    }

    /** Decorates a host's service times. */
    public ServiceTimes around(String host, ServiceTimes inner) {
        return mean -> {
            Duration drawn = inner.draw(mean);
            return fault.magnitude(host)
                    .map(factor -> Duration.ofNanos(Math.round(drawn.toNanos() * factor)))
                    .orElse(drawn);
        };
    }
}
