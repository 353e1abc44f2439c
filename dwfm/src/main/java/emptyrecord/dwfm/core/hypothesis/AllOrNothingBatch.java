package emptyrecord.dwfm.core.hypothesis;

import emptyrecord.dwfm.core.retry.Duplicates;
import java.time.Duration;

/**
 * F52, first reading: what waits is worked on as one block, and nothing of it counts before the whole block is done. An
 * attempt costs {@code Se (1 + q / W)} with q attempts waiting; there is no stale work, but from {@code q > W (A / Se - 1)} on
 * a block takes longer than the deadline, all of it is late, and all of it comes back.
 */
public record AllOrNothingBatch() implements Hypothesis {

    @Override
    public Duration cost(Duration service, Load load) {
        double block = 1 + (double) load.waitingAttempts() / load.parameters().workers();
        return Duration.ofNanos(Math.round(service.toNanos() * block));
    }

    @Override
    public Duplicates duplicates() {
        return new Duplicates.RefreshWaiting();
    }
}
