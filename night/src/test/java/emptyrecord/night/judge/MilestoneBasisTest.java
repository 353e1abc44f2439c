package emptyrecord.night.judge;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.run.Milestone;
import emptyrecord.night.testkit.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What puts each milestone where it is, in reports as in docs/dynamics.md and README. */
class MilestoneBasisTest {

    private static final List<Milestone> MILESTONES = Judge.judge(Nights.good()).milestones();

    private static final List<String> COUNTS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static String word(Milestone m) {
        return Objects.requireNonNull(m.basis(), m.name()).name().toLowerCase(Locale.ROOT);
    }

    @Test
    void theDocsHaveEachMilestonesBasisInOrder() throws IOException {
        List<String> rows = MILESTONES.stream()
                .map(m -> "| " + String.join(" | ", m.title(), m.aws(), word(m), m.because()) + " |")
                .toList();
        List<String> lines = Files.readAllLines(Path.of("../docs/dynamics.md"));
        int from = lines.indexOf(rows.getFirst());
        assertThat(from).as("docs/dynamics.md has no row " + rows.getFirst()).isNotNegative();
        assertThat(lines.subList(from, from + rows.size())).containsExactlyElementsOf(rows);
    }

    @Test
    void theReadmeCountsThem() throws IOException {
        Map<String, Long> of =
                MILESTONES.stream().collect(Collectors.groupingBy(MilestoneBasisTest::word, Collectors.counting()));
        String readme = Files.readString(Path.of("../README.md")).replaceAll("\\s+", " ");
        assertThat(readme)
                .contains("Of the " + MILESTONES.size() + " milestones of a night " + count(of, "emergent")
                        + " emerge, " + count(of, "fitted")
                        + " land where a number of ours was fitted to put them, and "
                        + count(of, "given") + " are the operators' acts");
    }

    private static String count(Map<String, Long> of, String basis) {
        return COUNTS.get(Math.toIntExact(of.getOrDefault(basis, 0L)));
    }
}
