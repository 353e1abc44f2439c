package emptyrecord.network.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.PushCost;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fault {@code slow-workers}: every push that starts while it is on takes so many times as long. */
public final class SlowWorkers implements PushCost {

    private final Fault fault;
    private final Az zone;
    private final PushCost inner;

    public SlowWorkers(Fault fault, Az zone, PushCost inner) {
        this.fault = fault;
        this.zone = zone;
        this.inner = inner;
    }

    public static Fault declare(Faults faults, List<String> zones) {
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put("fivefold", 5.0);
        steps.put("twofold", 2.0);
        steps.put("stuck", 100.0);
        return faults.declare(new Fault(
                        "slow-workers",
                        "Every push to a zone takes this many times as long (F60); target is a zone, none means all",
                        "times",
                        new Fault.Range(1, 1000),
                        steps)
                .aimedAt(zones));
    }

    @Override
    public Duration of(int queued) {
        Duration usual = inner.of(queued);
        return fault.magnitude(zone.name())
                .map(factor -> PushCost.times(usual, factor))
                .orElse(usual);
    }
}
