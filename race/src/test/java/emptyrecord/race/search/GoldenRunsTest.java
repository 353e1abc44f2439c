package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The same seeds give the same rounds, byte for byte, after any renaming or move. After an intended change of an
 * enactor's behaviour, {@code -Dgolden.write} rewrites the file, and its difference is part of the change.
 */
class GoldenRunsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/emptyrecord/race/search/golden-runs.txt");

    @Test
    void theSameSeedsGiveTheSameRounds() throws IOException {
        String now = String.join("\n", GoldenRuns.lines()) + "\n";
        if (System.getProperty("golden.write") != null) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(now).isEqualTo(Files.readString(GOLDEN));
    }
}
