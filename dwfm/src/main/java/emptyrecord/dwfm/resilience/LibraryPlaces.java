package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.call.Places;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.time.Duration;

/** resilience4j's Bulkhead, at which nobody waits. It knows no time. */
public final class LibraryPlaces implements Places {

    private final Bulkhead bulkhead;

    /** @param most at least 1 */
    public LibraryPlaces(String name, int most, BulkheadRegistry registry) {
        this.bulkhead = registry.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(most)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    @Override
    public boolean enter() {
        return bulkhead.tryAcquirePermission();
    }

    @Override
    public void leave() {
        bulkhead.onComplete();
    }
}
