package emptyrecord.lab.terminal;

import java.io.PrintWriter;
import java.util.function.IntFunction;

/**
 * The output of a running command: lines and, on a terminal, one refreshed line below them. Elsewhere lines only.
 */
public sealed interface Screen extends AutoCloseable permits LiveScreen, PlainScreen {

    /** The terminal this process is on, else lines to {@code out}. */
    static Screen on(PrintWriter out) {
        out.flush();
        return Terminals.open()
                .<Screen>map(terminal -> new LiveScreen(terminal, out))
                .orElseGet(() -> new PlainScreen(out));
    }

    /** Whether the refreshed line is shown. */
    boolean isLive();

    /** A permanent line. */
    void say(String line);

    /**
     * Refreshes the line below all others; does nothing without a terminal.
     *
     * @param line returns the text for a number of columns; it is called again when the window changes its size
     */
    void renew(IntFunction<String> line);

    /** Removes the refreshed line and releases the terminal; lines are plain after this. */
    @Override
    void close();
}
