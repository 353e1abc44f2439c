package emptyrecord.dynamo.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs requests that failed by a defect or a full disk: one per real minute in full, and the number of others. */
final class FailureLog {

    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong unreported = new AtomicLong();

    void report(String operation, RuntimeException failure) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
            log.atError()
                    .setCause(failure)
                    .addKeyValue("operation", operation)
                    .addKeyValue("otherFailures", unreported.getAndSet(0))
                    .log("request failed");
        } else {
            unreported.incrementAndGet();
        }
    }
}
