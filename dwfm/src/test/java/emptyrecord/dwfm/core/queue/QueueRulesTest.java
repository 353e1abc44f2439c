package emptyrecord.dwfm.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queue's rules, the night's and the remedy's. */
class QueueRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();

    @Test
    void nightServesTheOldestAndTheRemedyTheNewest() {
        assertThat(new QueueOrder.FirstInFirstOut().next(queue())).isEqualTo(work(1));
        assertThat(new QueueOrder.LastInFirstOut().next(queue())).isEqualTo(work(3));
    }

    @Test
    void nightServesWorkThatNobodyWaitsForAnyMore() {
        assertThat(new StaleWork.ServeStaleWork().drops(NOW, NOW.minusSeconds(600), Duration.ofSeconds(43)))
                .isFalse();
    }

    @Test
    void remedyDropsWorkThatCanHardlyBeDoneInTime() {
        StaleWork remedy = new StaleWork.DropStaleWork(1.5);
        Duration service = Duration.ofSeconds(40);
        assertThat(remedy.drops(NOW, NOW.plusSeconds(60), service))
                .as("just enough left")
                .isFalse();
        assertThat(remedy.drops(NOW, NOW.plusSeconds(59), service)).isTrue();
    }

    @Test
    void marginOfZeroDropsOnlyWhatIsLateAlready() {
        StaleWork useless = new StaleWork.DropStaleWork(0);
        assertThat(useless.drops(NOW, NOW.plusSeconds(1), Duration.ofSeconds(40)))
                .as("it will be done 39 seconds too late")
                .isFalse();
    }

    @Test
    void boundIsWhatTheWorkersFinishInTime() {
        int bound = QueueBound.workableBound(SHIPPED).max();
        double lastOneDone = bound * SHIPPED.establishment().toSeconds() / (double) SHIPPED.workers();
        assertThat(lastOneDone).as("seconds until all of a full queue is done").isLessThan(90);
        assertThat(new QueueBound(bound).full(bound - 1)).isFalse();
        assertThat(new QueueBound(bound).full(bound)).isTrue();
        assertThat(QueueBound.NONE_IN_PRACTICE.full(50_000)).as("the night").isFalse();
    }

    @Test
    void admissionStopsLongBeforeTheBound() {
        Admission remedy = new Admission.Below(Admission.shortQueue(SHIPPED));
        assertThat(remedy.admits(1)).isTrue();
        assertThat(remedy.admits(QueueBound.workableBound(SHIPPED).max() - 1)).isFalse();
        assertThat(Admission.ALWAYS.admits(50_000)).as("the night").isTrue();
    }

    private static Deque<Work> queue() {
        return new ArrayDeque<>(List.of(work(1), work(2), work(3)));
    }

    private static Work work(int slot) {
        return new Work.Renewal(new DropletId(1, slot), NOW, NOW.plusSeconds(90));
    }
}
