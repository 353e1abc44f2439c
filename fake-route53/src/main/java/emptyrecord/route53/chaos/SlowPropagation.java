package emptyrecord.route53.chaos;

import emptyrecord.kit.switchboard.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The fault {@code slow-propagation}: adds incident seconds to the way from an accepted change to the DNS servers. */
public final class SlowPropagation implements Supplier<Duration> {

    private final Duration normal;
    private final Fault fault;

    public SlowPropagation(Duration normal, Fault fault) {
        this.normal = normal;
        this.fault = fault;
    }

    public static Fault fault() {
        return new Fault(
                "slow-propagation",
                "Accepted changes reach the DNS servers later; they stay PENDING for so long",
                "incident seconds",
                new Fault.Range(0, 86_400),
                Map.of("minute", 60.0));
    }

    @Override
    public Duration get() {
        double added = fault.injection().map(Fault.Injection::magnitude).orElse(0.0);
        return normal.plusMillis(Math.round(added * 1000));
    }
}
