package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Long answers are sent a few at a time; short ones always. */
class AnswerRoomTest {

    private final AnswerRoom room = new AnswerRoom(100_000, Duration.ofMillis(1));

    @Test
    void longAnswersWaitAndShortOnesDoNot() {
        try (AnswerRoom.Share first = room.share();
                AnswerRoom.Share second = room.share();
                AnswerRoom.Share third = room.share()) {
            assertThat(first.take(60_000)).isTrue();
            assertThat(second.take(60_000)).isFalse();
            assertThat(third.take(AnswerRoom.SHORT)).isTrue();

            first.close();
            assertThat(second.take(60_000)).isTrue();
        }
    }

    @Test
    void anAnswerThatIsLongerThanTheRoomHasItForItself() {
        try (AnswerRoom.Share whole = room.share();
                AnswerRoom.Share other = room.share()) {
            assertThat(whole.take(1_000_000)).isTrue();
            assertThat(other.take(5_000)).isFalse();
        }
        try (AnswerRoom.Share again = room.share()) {
            assertThat(again.take(1_000_000)).isTrue();
        }
    }
}
