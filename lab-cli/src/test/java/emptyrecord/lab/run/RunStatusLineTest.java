package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.run.ReplayView;
import emptyrecord.lab.terminal.Fit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStatusLineTest {

    private static final ReplayView NIGHT = TestViews.replay(
            311.0,
            "DynamoDB's name answers; leases come back (36 % held), the queue is 12,345 long",
            Map.of("connection", 100L, "dynamodb", 100L, "internal-tool", 100L, "launch", 0L));

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 120, 200})
    void fitsAndBeginsWithTheTime(int columns) {
        String line = RunStatusLine.of(NIGHT, columns);
        assertThat(Fit.columns(line)).isLessThanOrEqualTo(columns);
        assertThat(line).startsWith("T+311");
    }

    @Test
    void aWideTerminalShowsAllANarrowOneGivesUpTheBarFirst() {
        assertThat(RunStatusLine.of(NIGHT, 200))
                .isEqualTo(RunStatusLine.whole(NIGHT))
                .contains("[###########.");
        assertThat(RunStatusLine.of(NIGHT, 150))
                .doesNotContain("[")
                .contains("launch 0%")
                .doesNotContain("\u2026");
        assertThat(RunStatusLine.of(NIGHT, 120)).endsWith("12,345 long | launch 0%");
        assertThat(RunStatusLine.of(NIGHT, 80)).endsWith("\u2026 | launch 0%");
    }

    @Test
    void theRoundOfTheRaceIsNamed() {
        ReplayView racing = TestViews.replay(null, "the race: one enactor keeps losing the lock", Map.of());
        assertThat(RunStatusLine.whole(racing)).startsWith("round 3, the race: one enactor keeps losing the lock");
    }
}
