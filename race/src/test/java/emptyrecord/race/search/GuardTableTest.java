package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * docs/race/guards.csv from seeded runs of the real cores. The model in spec/ derives the same file from every reachable
 * state, so a cell in which the two differ is either a gap of the model or a schedule that no seed has found.
 */
class GuardTableTest {

    private static final Path TABLE = Path.of("../docs/race/guards.csv");
    private static final int SEEDS = 300;

    @Test
    void everyCellIsWhatSeededRunsFind() throws IOException {
        List<GuardTable.Row> rows = GuardTable.names().stream()
                .map(guard -> GuardTable.COMMITTED.row(guard, 1, SEEDS))
                .toList();
        assertThat(GuardTable.csv(rows))
                .as("counts of seeds 1 to " + SEEDS + ": " + rows)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(TABLE));
    }
}
