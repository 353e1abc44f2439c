package emptyrecord.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final StringWriter plain = new StringWriter();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Terminal terminal(int columns) throws IOException {
        Terminal terminal = new LineDisciplineTerminal("test", "xterm", written, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(columns, 24));
        return terminal;
    }

    private String fresh() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void theRenewedLineFitsAndIsAskedAgainWhenTheWindowChanges() throws IOException {
        List<Integer> asked = new ArrayList<>();
        Terminal terminal = terminal(40);
        try (LiveScreen screen = new LiveScreen(terminal, new PrintWriter(plain))) {
            screen.renew(columns -> {
                asked.add(columns);
                return "x".repeat(300);
            });
            assertThat(fresh()).contains("x".repeat(39) + "\u2026").doesNotContain("x".repeat(40));
            terminal.setSize(Size.of(20, 24));
            terminal.raise(Terminal.Signal.WINCH);
            assertThat(asked).containsExactly(40, 20);
            assertThat(fresh()).doesNotContain("x".repeat(21));
        }
    }

    @Test
    void aLineThatStaysTakesTheRenewedOneAwayFirst() throws IOException {
        try (LiveScreen screen = new LiveScreen(terminal(40), new PrintWriter(plain))) {
            screen.renew(columns -> "T+311 of the night");
            fresh();
            screen.say("Record empty");
            assertThat(fresh()).containsSubsequence("Record empty", "\n", "T+311 of the night");
        }
    }

    @Test
    void afterItsEndLinesArePlainAndNothingIsRenewed() throws IOException {
        LiveScreen screen = new LiveScreen(terminal(40), new PrintWriter(plain));
        screen.renew(columns -> "going on");
        screen.close();
        fresh();
        screen.renew(columns -> "late");
        screen.say("late");
        screen.close();
        assertThat(fresh()).doesNotContain("late");
        assertThat(plain.toString()).isEqualTo("late" + System.lineSeparator());
    }

    @Test
    void aTerminalThatIsGivenBackUnderItsHandsIsNoFailure() throws IOException {
        Terminal terminal = terminal(40);
        LiveScreen screen = new LiveScreen(terminal, new PrintWriter(plain));
        screen.renew(columns -> "going on");
        terminal.close();
        screen.renew(columns -> "late");
        screen.say("late");
        screen.close();
    }

    @Test
    void withoutATerminalThereAreLinesOnlyAndNoEscapes() {
        StringWriter out = new StringWriter();
        try (PlainScreen screen = new PlainScreen(new PrintWriter(out))) {
            screen.renew(columns -> "renewed");
            screen.say("stays");
        }
        assertThat(out.toString()).isEqualTo("stays" + System.lineSeparator()).doesNotContain("\u001b");
    }

    @Test
    void aPictureKeepsItsHeadAndCountsWhatDoesNotFit() {
        List<String> lines = IntStream.range(0, 40).mapToObj(n -> "line " + n).toList();
        List<AttributedString> fitted = Fit.picture(lines, 23, 80);
        assertThat(fitted).hasSize(23);
        assertThat(fitted.getFirst().toString()).isEqualTo("line 0");
        assertThat(fitted.getLast().toString()).contains("18 more lines");
        assertThat(Fit.picture(lines.subList(0, 23), 23, 80)).hasSize(23);
    }

    @Test
    void coloursTakeNoColumnsAndWideCharactersTwo() {
        assertThat(Fit.line("\u001b[31mred\u001b[0m", 3).toString()).isEqualTo("red");
        assertThat(Fit.text("\u6771\u4eac\u90fd", 5)).isEqualTo("\u6771\u4eac\u2026");
    }

    @Test
    void aDumbTerminalAndAContinuousIntegrationGetPlainLines() {
        assertThat(Terminals.mayBeLive(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminals.mayBeLive(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminals.mayBeLive(Map.of())).isFalse();
        assertThat(Terminals.mayBeLive(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
        assertThat(Terminals.mayBeLive(Map.of("TERM", "xterm", "CI", "false"))).isTrue();
    }
}
