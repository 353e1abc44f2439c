package emptyrecord.race.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.event.EventKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of a real replay (speed 60, seed 1; the enactors' regional events around T+0) as a schedule: b loses eight locks
 * with plan 18 while a and c go on to plan 28.
 */
class RecordingTest {

    private static List<Logged> night() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RecordingTest.class.getResourceAsStream("night-events.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> json.readValue(line, Logged.class)).toList();
        }
    }

    @Test
    void aRealNightIsSteppedAgain() throws IOException {
        Schedule schedule = Recording.of(night(), Setup.night());
        SteppedRegion region = new SteppedRegion(Setup.night());
        schedule.moves().forEach(region::move);
        assertThat(region.isEmptyNow()).as(schedule.toString()).isTrue();
        assertThat(schedule.moves().stream()
                        .map(Move::toString)
                        .takeWhile(move -> !move.equals("b:flip"))
                        .filter("b:lose"::equals))
                .as("the night's trigger (F1)")
                .hasSize(8);
        assertThat(schedule.toString()).contains("b:lock,b:flip");
    }

    @Test
    void aRunThatNeverEmptiedTheRecordHasNothingToStep() throws IOException {
        List<Logged> quiet = night().stream()
                .filter(e -> !EventKind.ANSWER_EMPTIED.is(e.kind()))
                .toList();
        assertThatThrownBy(() -> Recording.of(quiet, Setup.night())).hasMessageContaining("never became empty");
    }

    @Test
    void aTornLogIsToldFromAWholeOne() throws IOException {
        List<Logged> torn = night().stream()
                .filter(e -> !EventKind.PLAN_PICKED.is(e.kind()))
                .toList();
        assertThatThrownBy(() -> Recording.of(torn, Setup.night())).hasMessageContaining("is it whole?");
    }
}
