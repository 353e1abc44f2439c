package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.retry.RetryDelay;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * {@code dwfm.backoff-jitter} on resilience4j's Retry. Its asynchronous context waits for nobody: it says how long to wait, and
 * the host's agenda does. A lapsed lease is one call of it, an attempt is one try. Not thread-safe; the host's lock is held.
 *
 * <p>The exponential part is the library's. The chance is the host's seeded one, because {@code ofExponentialRandomBackoff}
 * draws from {@code Math.random}, and cuts to the longest interval only after it has drawn: once the interval is well above it
 * all wait equally long, and the herd is back.
 */
public final class LibraryBackOff implements RetryDelay {

    /** After so many doublings every interval is the longest one. */
    private static final int DOUBLINGS_MAX = 20;

    private static final Exception NO_LEASE = new TimeoutException("no lease at the deadline");

    private final Retry retry;
    private final IntervalFunction exponential;
    private final Duration deadline;
    private final Map<Integer, Series> lapsed = new HashMap<>();
    private double drawn;

    /** One lapsed lease. */
    private static final class Series {
        final Retry.AsyncContext<Object> context;
        int tries;

        Series(Retry retry) {
            this.context = retry.asyncContext();
        }

        long next() {
            tries++;
            return context.onError(NO_LEASE);
        }
    }

    /** How long it waits; the first interval is one deadline. */
    public record Waits(Duration deadline, Duration cap) {}

    public LibraryBackOff(String name, Waits waits, RetryRegistry registry) {
        this.deadline = waits.deadline();
        this.exponential = IntervalFunction.ofExponentialBackoff(waits.deadline(), 2, waits.cap());
        this.retry = registry.retry(
                name,
                RetryConfig.custom()
                        .maxAttempts(Integer.MAX_VALUE)
                        .intervalFunction(this::interval)
                        .build());
    }

    private long interval(int attempt) {
        return deadline.toMillis() + (long) (drawn * exponential.apply(attempt));
    }

    @Override
    public Duration after(Tried tried, Duration asked, RandomGenerator chance) {
        drawn = chance.nextDouble();
        int before = Math.min(tried.tries(), DOUBLINGS_MAX);
        Series series = tried.tries() == 0 ? new Series(retry) : lapsed.getOrDefault(tried.slot(), new Series(retry));
        lapsed.put(tried.slot(), series);
        while (series.tries < before) {
            // tried before the guard was switched on
            var unused = series.next();
        }
        return Duration.ofMillis(series.next());
    }

    /** An only try that succeeded is a call without retry. */
    @Override
    public void leased(int slot) {
        Series series = lapsed.remove(slot);
        if (series != null) {
            Retry.AsyncContext<Object> context = series.tries > 1 ? series.context : retry.asyncContext();
            context.onComplete();
        }
    }
}
