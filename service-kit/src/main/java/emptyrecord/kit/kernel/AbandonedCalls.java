package emptyrecord.kit.kernel;

import java.time.Duration;
import java.time.Instant;

/** What a server does with a waiting call whose caller no longer waits, or hardly will when it is done. */
public sealed interface AbandonedCalls {

    /**
     * Whether the call leaves the queue unserved.
     *
     * @param givenUpAt when the caller gives up, or gave up
     * @param mean what the service takes on average
     */
    boolean drops(Instant now, Instant givenUpAt, Duration mean);

    /** The defect: it is served like every other, and nobody hears the answer. */
    record ServeAll() implements AbandonedCalls {
        @Override
        public boolean drops(Instant now, Instant givenUpAt, Duration mean) {
            return false;
        }
    }

    /**
     * The remedy: calls with less than {@code margin} service times left are dropped. It must exceed 1, or a FIFO only
     * serves those that give up just before they are done.
     */
    record DropHopeless(double margin) implements AbandonedCalls {
        @Override
        public boolean drops(Instant now, Instant givenUpAt, Duration mean) {
            return now.plusNanos(Math.round(mean.toNanos() * margin)).isAfter(givenUpAt);
        }
    }
}
