package emptyrecord.kit;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.kit.switchboard.Guards;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Every guard and fault as a metric: {@code guard_on}, {@code guard_acted_total}, {@code fault_injected}, {@code fault_leases_expired_total}. */
final class SwitchboardMeters implements SmartInitializingSingleton {

    private final MeterRegistry meters;
    private final Guards guards;
    private final Faults faults;

    SwitchboardMeters(MeterRegistry meters, Guards guards, Faults faults) {
        this.meters = meters;
        this.guards = guards;
        this.faults = faults;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Guard guard : guards.all()) {
            Gauge.builder("guard.on", guard, g -> g.on() ? 1 : 0)
                    .description("1 while the guard is switched on")
                    .tag("guard", guard.name())
                    .register(meters);
            FunctionCounter.builder("guard.acted", guard, Guard::timesActed)
                    .description("How often the guard changed what would have happened")
                    .tag("guard", guard.name())
                    .register(meters);
        }
        for (Fault fault : faults.all()) {
            Gauge.builder(
                            "fault.injected",
                            fault,
                            f -> f.injection().map(Fault.Injection::magnitude).orElse(0.0))
                    .description("Magnitude of the injected fault in its own unit, 0 while it is off")
                    .tag("fault", fault.name())
                    .register(meters);
            FunctionCounter.builder("fault.leases.expired", fault, Fault::leasesExpired)
                    .description("How often the service cleared the fault itself because nobody renewed its lease")
                    .tag("fault", fault.name())
                    .register(meters);
        }
    }
}
