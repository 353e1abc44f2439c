package emptyrecord.nlb.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.core.Effect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fault {@code slow-checker}: a check takes a multiple of its check time; one that would take longer than the
 * time-out fails at the time-out. It may be limited to the checkers of one zone (the target).
 */
public final class SlowChecker implements Prober {

    private final Fault fault;
    private final Prober prober;

    public SlowChecker(Faults faults, List<String> zones, Prober prober) {
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put("sluggish", 6.0);
        steps.put("hopeless", 30.0);
        this.fault = faults.declare(new Fault(
                        "slow-checker",
                        "Checks take this many times as long, so results are late (F71). Target: the checkers' zone",
                        "times the check time",
                        new Fault.Range(1, 100),
                        steps)
                .aimedAt(zones));
        this.prober = prober;
    }

    @Override
    public Result probe(Effect.Check check) throws InterruptedException {
        double factor = fault.magnitude(check.fromZone()).orElse(1.0);
        return prober.probe(factor == 1 ? check : check.slowedTo(slowed(check.checkTime(), factor)));
    }

    private static Duration slowed(Duration checkTime, double factor) {
        return Duration.ofNanos(Math.round(checkTime.toNanos() * factor));
    }
}
