package emptyrecord.dwfm.core.hypothesis;

import emptyrecord.dwfm.core.retry.Duplicates;
import java.time.Duration;

/**
 * The default: an attempt always costs the same, but the queue still serves attempts whose deadline has passed, while
 * each time-out queues another. Once the queue is longer than a deadline, all work is late for ever (F52, third
 * reading).
 */
public record StaleFifo() implements Hypothesis {

    @Override
    public Duration cost(Duration service, Load load) {
        return service;
    }

    @Override
    public Duplicates duplicates() {
        return new Duplicates.QueueAnother();
    }
}
