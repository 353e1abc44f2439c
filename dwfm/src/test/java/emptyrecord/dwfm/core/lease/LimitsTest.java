package emptyrecord.dwfm.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.limit.ApiLimit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The request limit (dynamics C1), and how lease states are recognized. */
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void bucketHoldsEightMinutes() {
        ApiLimit limit = new ApiLimit(10, 0.125, NOW);
        assertThat(admitted(limit, NOW)).isEqualTo(80);
        assertThat(admitted(limit, NOW.plus(Duration.ofMinutes(1)))).isEqualTo(10);
        assertThat(admitted(limit, NOW.plus(Duration.ofHours(1)))).isEqualTo(80);
    }

    @Test
    void changedLimitStartsWithAFullBucket() {
        ApiLimit limit = new ApiLimit(10, 0.125, NOW);
        admitted(limit, NOW);
        limit.set(5.95, NOW);
        assertThat(admitted(limit, NOW)).isEqualTo(47);
        limit.set(0.125, NOW);
        assertThat(admitted(limit, NOW)).as("at least 1.5 tokens").isEqualTo(1);
        assertThat(limit.admitsInternal()).isFalse();
        limit.backToNormal(NOW);
        assertThat(admitted(limit, NOW)).isEqualTo(80);
        assertThat(limit.admitsInternal()).isTrue();
    }

    @Test
    void adjustedLimitGoesOnWithTheTokensThereAre() {
        ApiLimit limit = new ApiLimit(10, 0.125, NOW);
        admitted(limit, NOW);
        limit.adjust(5, NOW);
        assertThat(admitted(limit, NOW)).isZero();
        assertThat(admitted(limit, NOW.plus(Duration.ofMinutes(2)))).isEqualTo(10);
    }

    @Test
    void nonsenseIsRefused() {
        ApiLimit limit = new ApiLimit(10, 0.125, NOW);
        assertThatThrownBy(() -> limit.set(Double.NaN, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit.set(0, NOW)).hasMessageContaining("launchesPerMinute");
    }

    @Test
    void checkHealthTurnsAfterThreeInARow() {
        CheckHealth health = new CheckHealth();
        assertThat(health.observe(false)).isEmpty();
        assertThat(health.observe(true)).isEmpty();
        assertThat(health.observe(false)).isEmpty();
        assertThat(health.observe(false)).isEmpty();
        assertThat(health.observe(false)).contains(true);
        assertThat(health.observe(true)).isEmpty();
        assertThat(health.observe(true)).isEmpty();
        assertThat(health.observe(true)).contains(false);
    }

    @Test
    void leaseWatchNamesEachMomentOnce() {
        LeaseWatch watch = new LeaseWatch();
        assertThat(watch.observe(100, 248)).isEmpty();
        assertThat(watch.observe(247, 248)).contains(EventKind.LEASES_ALL_HELD);
        assertThat(watch.observe(246, 248)).isEmpty();
        assertThat(watch.observe(248, 248)).isEmpty();
        assertThat(watch.observe(123, 248)).contains(EventKind.LEASES_HALF_LOST);
        assertThat(watch.observe(24, 248)).contains(EventKind.LEASES_NINE_TENTHS_LOST);
        assertThat(watch.observe(123, 248)).isEmpty();
        assertThat(watch.observe(247, 248)).contains(EventKind.LEASES_ALL_HELD);
    }

    @Test
    void parametersThatCannotWorkAreRefused() {
        LeaseParameters good = ShippedSettings.leaseParameters();
        assertThatThrownBy(() -> new LeaseParameters(
                        good.droplets(),
                        good.workers(),
                        Duration.ofMinutes(30),
                        good.renewal(),
                        good.establishment(),
                        good.deadline(),
                        good.lease(),
                        good.away(),
                        0))
                .hasMessageContaining("must be longer than 3 state check intervals");
    }

    private static int admitted(ApiLimit limit, Instant now) {
        int admitted = 0;
        while (limit.admitsCustomer(1, now)) {
            admitted++;
        }
        return admitted;
    }
}
