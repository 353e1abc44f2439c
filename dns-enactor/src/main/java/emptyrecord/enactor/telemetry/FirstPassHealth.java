package emptyrecord.enactor.telemetry;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready after the first pass: when all enactors are ready, names resolve. Later passes do not count. */
public final class FirstPassHealth implements HealthIndicator {

    private final EnactorStatus status;

    public FirstPassHealth(EnactorStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        return (status.firstPassOver() ? Health.up() : Health.outOfService()).build();
    }
}
