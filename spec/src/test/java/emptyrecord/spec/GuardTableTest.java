package emptyrecord.spec;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.spec.GuardTable.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed guard table equals TLC's result, cell by cell. */
class GuardTableTest {

    /** Shared with the seeded runs of the real cores, which must give the same result. */
    private static final Path TABLE = Path.of("..", "docs", "race", "guards.csv");

    @Test
    void theCommittedTableIsWhatTlcFinds() throws Exception {
        GuardTable table = new GuardTable();
        String csv = table.csv();
        for (String guard : GuardTable.GUARDS) {
            System.out.println(counts(table.row(guard)));
        }
        assertThat(Path.of("target", "guards.csv")).satisfies(p -> Files.writeString(p, csv));
        assertThat(Files.readString(TABLE)).isEqualTo(csv);
    }

    private static String counts(Row row) {
        StringBuilder text = new StringBuilder(row.guard());
        for (Answer answer : row.asked()) {
            text.append(" | ")
                    .append(answer.violated().orElse("holds"))
                    .append(": ")
                    .append(answer.distinct())
                    .append(" states, ")
                    .append(answer.behaviour().size())
                    .append(" deep, ")
                    .append(answer.took().toMillis())
                    .append(" ms");
        }
        return text.toString();
    }
}
