package emptyrecord.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSeriesTest {

    @Test
    void valuesThatRepeatAreOneWordInPromtoolsOwnNotation() {
        assertThat(RecordSeries.runs(List.of("3", "3", "3", "0", "_", "_", "1.5")))
                .containsExactly("3+0x2", "0", "_x2", "1.5");
    }
}
