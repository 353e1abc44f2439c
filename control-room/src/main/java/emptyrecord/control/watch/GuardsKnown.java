package emptyrecord.control.watch;

import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether every guard that {@code lab.guards} requests belongs to some service. A service takes its own from the list
 * and cannot tell another's name from a misspelt one; here all are known, once all services have answered.
 */
public final class GuardsKnown implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(GuardsKnown.class);

    private final Set<String> wanted;
    private final Switchboards switchboards;
    private volatile boolean known;
    private volatile boolean told;

    /** @param wanted {@code lab.guards} */
    public GuardsKnown(Set<String> wanted, Switchboards switchboards) {
        this.wanted = Set.copyOf(wanted);
        this.switchboards = switchboards;
        this.known = wanted.isEmpty();
    }

    @Override
    public Health health() {
        if (known) {
            return Health.up().build();
        }
        Switchboards.Declared declared = switchboards.declared();
        Set<String> strangers = new TreeSet<>(wanted);
        strangers.removeAll(declared.guards());
        if (strangers.isEmpty()) {
            known = true;
            return Health.up().build();
        }
        if (!declared.complete()) {
            return Health.outOfService()
                    .withDetail("reason", "not all services have answered yet")
                    .build();
        }
        String sentence = "lab.guards names " + strangers + ", which no service has; there are " + declared.guards();
        if (!told) {
            told = true;
            log.error(sentence);
        }
        return Health.down().withDetail("reason", sentence).build();
    }
}
