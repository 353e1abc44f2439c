package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.terminal.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreBoardTest {

    @TempDir
    Path folder;

    private Path drill(String region, String run, String team, int points, double lost) throws IOException {
        Path replays = folder.resolve(region);
        Files.createDirectories(replays.resolve(run));
        Files.writeString(replays.resolve(run).resolve("settings.json"), "{}");
        Files.writeString(replays.resolve(run).resolve("drill.json"), """
            {"team": "%s", "scenario": "the-night", "log": [], "score": {"points": %d, "most": 100,
             "parts": [{"name": "detect", "minutes": 1.6, "points": 15, "most": 15, "note": ""},
                       {"name": "mitigate", "minutes": null, "points": 0, "most": 25, "note": "never"}],
             "lostMinutes": {"dynamodb": %s, "launch": 2}}}
            """.formatted(team, points, lost));
        return replays;
    }

    @Test
    void theBestTeamOfAllRegionsStandsFirst() throws IOException {
        drill("one", "a", "early birds", 60, 30);
        drill("one", "b", "night shift", 97, 20);
        Path two = drill("two", "a", "team 3", 97, 10.4);
        Files.createDirectories(two.resolve("a-replay-without-a-drill"));
        Files.writeString(two.resolve("a-replay-without-a-drill").resolve("settings.json"), "{}");

        ScoreBoard board = ScoreBoard.of(new RunStore(folder).all());

        assertThat(board.rows())
                .extracting(ScoreBoard.Row::team)
                .containsExactly("team 3", "night shift", "early birds");
        assertThat(board.table().lines(Table.UNLIMITED)).hasSize(4);
        assertThat(board.table().lines(Table.UNLIMITED).get(1))
                .contains("team 3", "the-night", "97", "+2", "–", "12")
                .endsWith("debrief.html");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Path replays = drill("one", "a", "x", 1, 1);
        Files.writeString(replays.resolve("a").resolve("drill.json"), "{");
        assertThatThrownBy(() -> ScoreBoard.of(new RunStore(replays).all()))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("drill.json is no drill's score");
    }
}
