package emptyrecord.enactor.core;

import emptyrecord.enactor.client.HostedZones;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The in-memory zones behind the service's own port, for one thread at a time. */
public final class MemoryZones implements HostedZones {

    public static final String ZONE = Plans.REGIONAL;

    private final InMemoryZones zones = new InMemoryZones();

    /** To be added to the application's own beans. */
    @Configuration(proxyBeanMethods = false)
    public static class Beans {
        @Bean
        @Primary
        MemoryZones memoryZones() {
            return new MemoryZones();
        }
    }

    public synchronized long active() {
        return zones.peek(ZONE).active().value();
    }

    @Override
    public synchronized Optional<ZoneHead> head(String zone) {
        return Optional.of(zones.peek(zone));
    }

    @Override
    public synchronized List<PlanTree> trees(String zone) {
        return zones.trees(zone);
    }

    @Override
    public synchronized BatchOutcome submit(Batch batch) {
        return zones.apply(batch);
    }
}
