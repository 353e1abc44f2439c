package emptyrecord.dwfm.core.hypothesis;

import emptyrecord.dwfm.core.retry.Duplicates;
import java.time.Duration;

/**
 * F52, first reading: waiting work is done as one block, and none of it counts before the whole block is done. An
 * attempt costs {@code Se (1 + q / W)} with q attempts waiting. There is no stale work, but from
 * {@code q > W (A / Se - 1)} on a block takes longer than the deadline: all of it is late, and all of it is retried.
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
