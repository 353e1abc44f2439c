package emptyrecord.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    private final StringWriter said = new StringWriter();
    private final MarkdownTable table = new MarkdownTable(new PrintWriter(said), "guard", "calls an hour");

    @Test
    void aRowIsThereBeforeTheNextOneIsMeasured() {
        table.row("dns.fence", NumberText.fixed(12.3, 1));
        assertThat(said.toString().lines())
                .containsExactly("| guard | calls an hour |", "| --- | --- |", "| dns.fence | 12.3 |");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> table.row("dns.fence")).hasMessageContaining("1 cells in a table of 2 columns");
    }
}
