package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.terminal.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunStatusLineTest {

    private static final JsonNode NIGHT = new JsonMapper().readTree("""
        {"tPlusMinutes":311,"untilMinutes":872,"round":1,
         "phase":"DynamoDB's name answers; leases come back (36 % held), the queue is 12,345 long",
         "customersSee":{"connection":100,"dynamodb":100,"internal-tool":100,"launch":0}}\
        """);

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
        JsonNode racing = new JsonMapper().readTree("""
                {"round":3,"phase":"the race: one enactor keeps losing the lock","customersSee":{}}\
                """);
        assertThat(RunStatusLine.whole(racing)).startsWith("round 3, the race: one enactor keeps losing the lock");
    }
}
