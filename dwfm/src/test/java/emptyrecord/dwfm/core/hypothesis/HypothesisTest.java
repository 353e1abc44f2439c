package emptyrecord.dwfm.core.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.retry.Duplicates;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F52: three readings of why a flood of attempts makes no progress. */
class HypothesisTest {

    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();
    private static final Duration SERVICE = SHIPPED.establishment();

    @ParameterizedTest
    @ValueSource(strings = {"stale-fifo", "all-or-nothing-batch", "thundering-herd"})
    void idleHostPaysThePlainPriceUnderEveryHypothesis(String name) {
        assertThat(cost(name, 0, 0)).isEqualTo(SERVICE);
    }

    @Test
    void staleFifoCostsTheSameHoweverLongTheQueue() {
        assertThat(cost("stale-fifo", 5000, 5000)).isEqualTo(SERVICE);
        assertThat(Hypothesis.named("stale-fifo").duplicates()).isInstanceOf(Duplicates.QueueAnother.class);
    }

    @Test
    void blockOfWaitingAttemptsTakesLongerThanTheDeadline() {
        double tooMany = SHIPPED.workers()
                * ((double) SHIPPED.deadline().toNanos()
                                / SHIPPED.establishment().toNanos()
                        - 1);
        assertThat(cost("all-or-nothing-batch", (int) tooMany, 0)).isLessThan(SHIPPED.deadline());
        assertThat(cost("all-or-nothing-batch", (int) tooMany + 1, 0)).isGreaterThan(SHIPPED.deadline());
    }

    @Test
    void herdSlowsDownOnlyBeyondWhatTheWorkersCanDo() {
        int capacity = (int) SHIPPED.attemptsWithinDeadline();
        assertThat(cost("thundering-herd", 0, capacity)).isEqualTo(SERVICE);
        assertThat(cost("thundering-herd", 0, 3 * capacity)).isGreaterThan(SHIPPED.deadline());
    }

    @Test
    void unknownNameIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> Hypothesis.named("gremlins"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stale-fifo")
                .hasMessageContaining("'gremlins'");
    }

    private static Duration cost(String name, int waiting, int offered) {
        return Hypothesis.named(name).cost(SERVICE, new Hypothesis.Load(waiting, offered, SHIPPED));
    }
}
