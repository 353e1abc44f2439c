package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.terminal.Fit;
import emptyrecord.lab.terminal.PlainScreen;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyDisplayTest {

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void theLineFits(int columns) {
        String line = VerifyDisplay.line(1200, 4800, columns);
        assertThat(Fit.columns(line)).isLessThanOrEqualTo(columns);
        assertThat(line).contains("1200 of 4800 steps explained");
    }

    @Test
    void withoutATerminalEachTenthIsALine() {
        StringWriter out = new StringWriter();
        VerifyDisplay display = new VerifyDisplay(new PlainScreen(new PrintWriter(out)));
        for (int n = 0; n <= 1000; n++) {
            display.explained(n, 1000);
        }
        assertThat(out.toString().lines()).hasSize(10).last().isEqualTo("1000 of 1000 steps explained");
    }
}
