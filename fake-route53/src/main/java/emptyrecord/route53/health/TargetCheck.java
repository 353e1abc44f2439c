package emptyrecord.route53.health;

import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.core.health.AddressRule;
import emptyrecord.route53.core.health.HealthCheckConfig;
import emptyrecord.route53.core.health.ProbeTarget;
import java.util.function.Supplier;

/** Checks where a health check would send its probes, before it is accepted. */
public final class TargetCheck {

    private final AddressRule rule;
    private final Supplier<Zones> zones;

    public TargetCheck(AddressRule rule, Supplier<Zones> zones) {
        this.rule = rule;
        this.zones = zones;
    }

    /** @throws IllegalArgumentException that says what may be probed */
    public HealthCheckConfig checked(HealthCheckConfig config) {
        config.endpoint().ifPresent(endpoint -> check(endpoint.target()));
        return config;
    }

    private void check(ProbeTarget target) {
        target.address().ifPresent(rule::check);
        if (target.address().isEmpty()) {
            RecordName name = RecordName.parse(target.name().orElseThrow());
            if (zones.get().enclosing(name.toName()).isEmpty()) {
                throw new IllegalArgumentException(
                        "FullyQualifiedDomainName " + name + " lies in none of the hosted zones"
                                + " here, and checkers resolve names from them alone; make the zone first, or give an IPAddress");
            }
        }
    }
}
