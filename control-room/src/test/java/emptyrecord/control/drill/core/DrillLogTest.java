package emptyrecord.control.drill.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.drill.DrillLine;
import emptyrecord.api.drill.DrillLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A line is kept before it counts. */
class DrillLogTest {

    private final DrillLog log = new DrillLog();

    @Test
    void everyLineIsKeptInTheOrderOfTheLog() {
        List<DrillLine> file = new ArrayList<>();
        log.keep(file::add);
        log.at(3);
        log.add(Kind.PAGE, "Customers report errors.", Map.of());
        log.by("scribe");
        log.add(Kind.HYPOTHESIS, "DNS", Map.of());

        assertThat(file).isEqualTo(log.lines()).hasSize(2);
    }

    @Test
    void aLineThatCannotBeKeptIsRefused() {
        log.keep(line -> {
            throw new IllegalStateException("No space left on device");
        });

        assertThatThrownBy(() -> log.add(Kind.HYPOTHESIS, "DNS", Map.of())).hasMessageContaining("No space left");

        assertThat(log.lines()).isEmpty();
    }
}
