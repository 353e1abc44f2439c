package emptyrecord.dwfm.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The operators' throttle (F12). */
class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();
    private final Throttle throttle = new Throttle(SHIPPED, CycleLimit::new, NOW);

    @Test
    void nobodyIsHeldBackUntilItIsSet() {
        assertThat(throttle.share()).isEmpty();
        assertThat(admittedInAnHour()).isEqualTo(3600);
    }

    @Test
    void setThrottleAdmitsItsShareOfTheCapacity() {
        throttle.set(0.27, NOW);
        assertThat(throttle.share()).hasValue(0.27);
        double capacityOfAnHour =
                3600.0 * SHIPPED.workers() / SHIPPED.establishment().toSeconds();
        assertThat((double) admittedInAnHour()).isBetween(.26 * capacityOfAnHour, .28 * capacityOfAnHour);
    }

    @Test
    void throttleBeginsWithoutAPermission() {
        throttle.set(1, NOW);
        assertThat(throttle.admits(NOW))
                .as("the queue is what it is; no burst on top")
                .isFalse();
    }

    @Test
    void clearedThrottleHoldsNobodyBack() {
        throttle.set(0.01, NOW);
        throttle.clear();
        assertThat(throttle.share()).isEmpty();
        assertThat(throttle.admits(NOW)).isTrue();
    }

    @Test
    void shareThatIsNoShareIsRefusedAndChangesNothing() {
        throttle.set(0.5, NOW);
        assertThatThrownBy(() -> throttle.set(0, NOW)).hasMessageContaining("more than 0 and at most 1");
        assertThatThrownBy(() -> throttle.set(27, NOW)).hasMessageContaining("not 27.0");
        assertThatThrownBy(() -> throttle.set(Double.NaN, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThat(throttle.share()).hasValue(0.5);
    }

    private int admittedInAnHour() {
        int admitted = 0;
        for (int second = 0; second < 3600; second++) {
            admitted += throttle.admits(NOW.plusSeconds(second)) ? 1 : 0;
        }
        return admitted;
    }
}
