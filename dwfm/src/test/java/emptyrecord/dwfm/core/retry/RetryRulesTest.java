package emptyrecord.dwfm.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The effect of a time-out, in the night and under each remedy. */
class RetryRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(90);
    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();
    private static final Duration CAP = Duration.ofMinutes(30);

    private final LastAttempt last = new LastAttempt();

    @Test
    void nightQueuesAnotherWhateverStillWaits() {
        last.queued(1, NOW);
        Duplicates night = new Duplicates.QueueAnother();
        assertThat(night.absorbs(last, LATER)).isFalse();
        assertThat(night.whenTaken(last, NOW)).isEqualTo(NOW);
        assertThat(last.deadline()).as("untouched").isEqualTo(NOW);
    }

    @Test
    void remedyRefreshesTheAttemptUntilItIsOver() {
        Duplicates remedy = new Duplicates.RefreshInPlace();
        assertThat(remedy.absorbs(last, LATER)).as("there is none").isFalse();
        last.queued(1, NOW);
        assertThat(remedy.absorbs(last, LATER)).isTrue();
        last.taken();
        assertThat(remedy.absorbs(last, LATER.plusSeconds(9))).isTrue();
        assertThat(remedy.whenDone(last, NOW)).as("the newest deadline counts").isEqualTo(LATER.plusSeconds(9));
        last.over();
        assertThat(remedy.absorbs(last, LATER)).isFalse();
    }

    @Test
    void newAttemptTakesTheOldOnesPlace() {
        last.queued(1, NOW);
        last.taken();
        last.queued(2, LATER);
        assertThat(last.is(1)).isFalse();
        assertThat(last.is(2)).isTrue();
        assertThat(last.waiting()).as("nobody has taken the new one").isTrue();
    }

    @Test
    void nightTriesAgainAtTheDeadline() {
        RetryDelay night = new RetryDelay.AtTheDeadline();
        assertThat(night.after(tried(0), SHIPPED.deadline(), new SplittableRandom(1)))
                .isEqualTo(SHIPPED.deadline());
        assertThat(night.after(tried(50), SHIPPED.deadline(), new SplittableRandom(1)))
                .isEqualTo(SHIPPED.deadline());
    }

    @Test
    void backOffGrowsWithTheTriesUpToItsCap() {
        RetryDelay remedy = new RetryDelay.FullJitter(CAP);
        assertThat(longest(remedy, 0)).isBetween(Duration.ofSeconds(170), Duration.ofSeconds(180));
        assertThat(longest(remedy, 2)).isBetween(Duration.ofSeconds(430), Duration.ofSeconds(450));
        assertThat(longest(remedy, 1000)).isBetween(CAP, CAP.plusSeconds(90));
    }

    @Test
    void shippedCapIsLongEnoughForTheShippedHost() {
        double hostNeeds = (double) SHIPPED.droplets() * SHIPPED.establishment().toNanos() / SHIPPED.workers();
        double least = 2 * (hostNeeds - SHIPPED.deadline().toNanos());
        assertThat((double) CAP.toNanos()).as("see RetryDelay.FullJitter").isGreaterThan(least);
    }

    @Test
    void nightRetriesWithoutEnd() {
        RetryBudget night = new RetryBudget.Unlimited();
        for (int i = 0; i < 10_000; i++) {
            assertThat(night.allows(NOW)).isTrue();
        }
    }

    @Test
    void budgetIsSpentThenFillsSlowlyAndFasterWithSuccess() {
        RetryBudget remedy = new RetryBudget.PaidBySuccess(SHIPPED, NOW);
        assertThat(spend(remedy, NOW)).as("the bucket: half the workers").isEqualTo(2);
        double perMinute =
                .25 * SHIPPED.workers() * 60 / (SHIPPED.establishment().toMillis() / 1000.0);
        Instant oneMore = NOW.plusSeconds((long) (60 / perMinute) + 1);
        assertThat(spend(remedy, oneMore)).as("a quarter of the capacity").isEqualTo(1);

        for (int success = 0; success < 21; success++) {
            remedy.earned(oneMore);
        }
        assertThat(spend(remedy, oneMore)).as("twenty successes pay for one").isEqualTo(1);
    }

    private static int spend(RetryBudget budget, Instant now) {
        int spent = 0;
        while (budget.allows(now)) {
            spent++;
        }
        return spent;
    }

    private static RetryDelay.Tried tried(int tries) {
        return new RetryDelay.Tried(3, tries);
    }

    private static Duration longest(RetryDelay delay, int tries) {
        SplittableRandom chance = new SplittableRandom(7);
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 1000; i++) {
            Duration drawn = delay.after(tried(tries), SHIPPED.deadline(), chance);
            assertThat(drawn).isGreaterThanOrEqualTo(SHIPPED.deadline());
            longest = drawn.compareTo(longest) > 0 ? drawn : longest;
        }
        return longest;
    }
}
