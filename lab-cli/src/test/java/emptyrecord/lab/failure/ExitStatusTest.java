package emptyrecord.lab.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,5,5", "5,1,1", "1,4,4", "5,4,4", "0,1,1"})
    void ofSeveralRunsTheGravestCounts(int one, int other, int graver) {
        assertThat(ExitStatus.graver(one, other)).isEqualTo(graver);
        assertThat(ExitStatus.graver(other, one)).isEqualTo(graver);
    }
}
