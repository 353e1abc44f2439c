package emptyrecord.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private final Table table = new Table("service", "port", "what it does")
            .row("nlb-healthcheck", 7006, "checks nodes and takes bad zones out of DNS, one after the other")
            .row("dwfm", 7004, "leases");

    @Test
    void withoutALimitEachRowIsOneLine() {
        assertThat(table.lines(Table.UNLIMITED))
                .containsExactly(
                        "service          port  what it does",
                        "nlb-healthcheck  7006  checks nodes and takes bad zones out of DNS, one after the other",
                        "dwfm             7004  leases");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void noLineIsLongerThanTheTerminalAndNoWordIsLost(int columns) {
        List<String> lines = table.lines(columns);
        assertThat(lines).allMatch(line -> line.length() <= columns);
        assertThat(String.join(" ", lines).replaceAll("\\s+", " "))
                .contains("7006", "zones", "DNS", "the other", "leases");
    }

    @Test
    void columnsNeverTouch() {
        String words = "one two three four five";
        assertThat(new Table("a", "b").row(words, words).lines(28))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.length() <= 28)
                .allMatch(line -> line.isBlank() || line.substring(13, 15).isBlank());
    }

    @Test
    void inAWindowTooNarrowForColumnsTheCellsStandOneAfterTheOther() {
        assertThat(table.lines(30)).startsWith("service, port, what it does", "nlb-healthcheck, 7006,");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        List<String> lines =
                new Table("name", "x").row("\u6771\u4eac", "1").row("ab", "2").lines(Table.UNLIMITED);
        assertThat(lines).extracting(Fit::columns).containsOnly(7);
    }

    @Test
    void aRowOfAnotherLengthIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> table.row("one")).isInstanceOf(IllegalArgumentException.class);
    }
}
