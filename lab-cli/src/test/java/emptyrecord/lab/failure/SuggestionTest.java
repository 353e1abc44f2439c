package emptyrecord.lab.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> THERE = List.of("lose-lock", "throttle", "stop");

    @Test
    void aNearNameIsProposedElseAllAreListed() {
        assertThat(Suggestion.of("trottle", THERE)).isEqualTo("; did you mean 'throttle'?");
        assertThat(Suggestion.of("lose", THERE)).isEqualTo("; did you mean 'lose-lock'?");
        assertThat(Suggestion.of("earthquake", THERE)).isEqualTo("; there are lose-lock, stop, throttle");
    }

    @Test
    void theDistanceCountsLetters() {
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("same", "same")).isZero();
    }
}
