package emptyrecord.network.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The small rules: the cost of a push, and when a delay is reported. */
class RulesTest {

    private static final Duration BASE = Duration.ofSeconds(16);

    @Test
    void aSnapshotCostsMoreTheLongerTheQueueUpToACeiling() {
        PushCost night = new SnapshotCost(BASE, 250, 2);

        assertThat(night.of(0)).isEqualTo(BASE);
        assertThat(night.of(125)).isEqualTo(Duration.ofSeconds(24));
        assertThat(night.of(250)).isEqualTo(Duration.ofSeconds(32));
        assertThat(night.of(100_000)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void aDeltaCostsTheSameWhateverWaits() {
        PushCost remedy = new DeltaCost(BASE);

        assertThat(remedy.of(0)).isEqualTo(BASE);
        assertThat(remedy.of(100_000)).isEqualTo(BASE);
    }

    @Test
    void aDelayIsReportedOnceOnEachSide() {
        DelayWatch watch = new DelayWatch(Duration.ofMinutes(10), Duration.ofMinutes(1));

        assertThat(watch.see(Duration.ofMinutes(10))).isEmpty();
        assertThat(watch.see(Duration.ofMinutes(11))).contains(DelayWatch.Word.DELAYED);
        assertThat(watch.see(Duration.ofMinutes(12))).isEmpty();
        assertThat(watch.see(Duration.ofMinutes(5))).isEmpty();
        assertThat(watch.see(Duration.ofSeconds(59))).contains(DelayWatch.Word.NORMAL);
        assertThat(watch.see(Duration.ofSeconds(10))).isEmpty();
    }
}
