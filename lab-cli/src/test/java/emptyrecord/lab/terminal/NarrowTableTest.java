package emptyrecord.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in windows of every width: nothing is wider than the window, and no word of a cell is lost. */
class NarrowTableTest {

    private static Table table() {
        return new Table("when", "kind", "verdict")
                .row("2026-01-03 10:00", "scenario near-miss", "ended early, 2 of 3 milestones")
                .row("2026-01-01 10:00", "night", "18 of 18 milestones");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 30, 40, 50, 64, 80, 120})
    void noLineIsWiderThanTheWindow(int columns) {
        assertThat(table().lines(columns))
                .allSatisfy(line -> assertThat(Fit.columns(line)).isLessThanOrEqualTo(columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 30, 40, 50, 64, 80, 120})
    void noWordIsLost(int columns) {
        String all = String.join(" ", table().lines(columns));
        for (String word : List.of("2026-01-03", "near-miss", "ended", "early,", "milestones", "night", "18")) {
            assertThat(all).as(columns + " columns").contains(word);
        }
    }

    @Test
    void withoutATerminalARowIsOneLineAndColumnsAlign() {
        List<String> lines = table().lines(Table.UNLIMITED);
        assertThat(lines).hasSize(3);
        assertThat(lines.stream().map(l -> l.indexOf("verdict") + l.indexOf("ended") + l.indexOf("18 of")))
                .as("each of the three stands where its column begins")
                .containsOnly(lines.getFirst().indexOf("verdict") - 2);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        List<String> lines = new Table("", "").row("東京", "x").row("abcd", "y").lines(Table.UNLIMITED);
        assertThat(lines).containsExactly("東京  x", "abcd  y");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> table().row("one", "two")).hasMessageContaining("2 cells in a table of 3 columns");
    }

    @Test
    void aNumberWithoutAFractionHasNoPoint() {
        assertThat(NumberText.plain(60)).isEqualTo("60");
        assertThat(NumberText.plain(1.5)).isEqualTo("1.5");
        assertThat(NumberText.plain(-0.0)).isEqualTo("0");
    }
}
