package emptyrecord.dwfm.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.retry.RetryDelay;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The counts that Retry keeps of lapsed leases, and why its own random interval is not used. */
class LibraryBackOffTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration CAP = Duration.ofMinutes(30);

    private final RetryRegistry registry = RetryRegistry.ofDefaults();
    private final LibraryBackOff backOff =
            new LibraryBackOff("dwfm-1.back-off", new LibraryBackOff.Waits(DEADLINE, CAP), registry);
    private final SplittableRandom chance = new SplittableRandom(1);

    @Test
    void aLeaseThatItsFirstAttemptBroughtBackIsACallWithoutRetry() {
        tries(3, 1);
        backOff.leased(3);
        assertThat(counts().getNumberOfSuccessfulCallsWithoutRetryAttempt()).isEqualTo(1);
        assertThat(counts().getNumberOfSuccessfulCallsWithRetryAttempt()).isZero();
    }

    @Test
    void aLeaseThatTookThreeAttemptsIsOneCallWithRetry() {
        tries(3, 3);
        backOff.leased(3);
        backOff.leased(3);
        assertThat(counts().getNumberOfSuccessfulCallsWithRetryAttempt())
                .as("each lease once")
                .isEqualTo(1);
    }

    @Test
    void aCheckOfALeaseThatNeverLapsedIsNoCall() {
        backOff.leased(4);
        assertThat(counts().getNumberOfSuccessfulCallsWithoutRetryAttempt()).isZero();
    }

    /** After a restart of the host tries begin anew. */
    @Test
    void aFirstTryForgetsTheOnesBefore() {
        tries(3, 9);
        Duration first = backOff.after(new RetryDelay.Tried(3, 0), DEADLINE, chance);
        assertThat(first).isLessThanOrEqualTo(DEADLINE.multipliedBy(2));
    }

    /** It draws first and cuts afterwards: the herd that jitter is to spread comes back together. */
    @Test
    void theLibrarysOwnRandomIntervalIsNoneAtItsLongest() {
        IntervalFunction own = IntervalFunction.ofExponentialRandomBackoff(DEADLINE, 2, 0.5, CAP);
        assertThat(IntStream.range(0, 1000).mapToObj(i -> own.apply(8)).distinct())
                .containsExactly(CAP.toMillis());
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> backOff.after(new RetryDelay.Tried(i, 7), DEADLINE, chance))
                        .distinct()
                        .count())
                .as("ours stays below the cap")
                .isGreaterThan(900);
    }

    private void tries(int slot, int count) {
        for (int i = 0; i < count; i++) {
            var unused = backOff.after(new RetryDelay.Tried(slot, i), DEADLINE, chance);
        }
    }

    private Retry.Metrics counts() {
        return registry.retry("dwfm-1.back-off").getMetrics();
    }
}
