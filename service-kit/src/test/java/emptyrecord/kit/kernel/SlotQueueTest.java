package emptyrecord.kit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotQueueTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void theOldestIsServedNextAsSoonAsASlotIsFree() {
        SlotQueue<String> queue = new SlotQueue<>(1, 2);
        assertThat(queue.offer("a")).isTrue();
        assertThat(queue.offer("b")).isTrue();
        assertThat(queue.oldest()).contains("a");
        assertThat(queue.next(each -> false)).contains("a");
        assertThat(queue.next(each -> false)).as("the slot is busy").isEmpty();
        queue.freed();
        assertThat(queue.next(each -> false)).contains("b");
        assertThat(queue.waiting()).isZero();
        assertThat(queue.busy()).isEqualTo(1);
    }

    @Test
    void whoFindsAFreeSlotNeedsNoPlace() {
        SlotQueue<String> queue = new SlotQueue<>(1, 0);
        assertThat(queue.offer("a")).isTrue();
        assertThat(queue.next(each -> false)).contains("a");
        assertThat(queue.offer("b")).isFalse();
    }

    @Test
    void droppedOnesTakeNoSlot() {
        SlotQueue<String> queue = new SlotQueue<>(1, 3);
        assertThat(queue.offer("a") && queue.offer("b")).isTrue();
        assertThat(queue.next("a"::equals)).contains("b");
        assertThat(queue.busy()).isEqualTo(1);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void aQueueWithoutSlotsIsRefused() {
        assertThatThrownBy(() -> new SlotQueue<>(0, 1)).hasMessageContaining("at least one slot");
        assertThatThrownBy(() -> new SlotQueue<>(1, -1)).hasMessageContaining("no negative bound");
    }

    @ParameterizedTest
    @CsvSource({"14, true", "15, false", "-1, true"})
    void theRemedyDropsWhatCannotBeDoneInTime(int secondsLeft, boolean drops) {
        Instant givenUpAt = NOW.plusSeconds(secondsLeft);
        Duration mean = Duration.ofSeconds(10);
        assertThat(new AbandonedCalls.DropHopeless(1.5).drops(NOW, givenUpAt, mean))
                .isEqualTo(drops);
        assertThat(new AbandonedCalls.ServeAll().drops(NOW, givenUpAt, mean)).isFalse();
        assertThat(new AbandonedCalls.DropHopeless(1.5).drops(NOW, Instant.MAX, mean))
                .as("a caller that never gives up")
                .isFalse();
    }
}
