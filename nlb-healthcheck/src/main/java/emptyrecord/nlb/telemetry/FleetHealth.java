package emptyrecord.nlb.telemetry;

import emptyrecord.nlb.core.CheckingView;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready once all nodes have passed; their later state is part of the night, not this process's health. */
public final class FleetHealth implements HealthIndicator {

    private final Supplier<CheckingView> view;

    public FleetHealth(Supplier<CheckingView> view) {
        this.view = view;
    }

    @Override
    public Health health() {
        CheckingView now = view.get();
        long passing =
                now.nodes().stream().filter(CheckingView.NodeView::healthy).count();
        return (now.broughtUp() ? Health.up() : Health.outOfService())
                .withDetail("nodes", now.nodes().size())
                .withDetail("nodesPassing", passing)
                .withDetail("checkers", now.checkers())
                .build();
    }
}
