package emptyrecord.lab.terminal;

import java.io.PrintWriter;
import java.util.function.IntFunction;

/**
 * What a command shows while it goes on: lines, and on a terminal one more line below them that renews itself. Elsewhere
 * there are lines only.
 */
public sealed interface Screen extends AutoCloseable permits LiveScreen, PlainScreen {

    /** The terminal this process is on, else lines to {@code out}. */
    static Screen on(PrintWriter out) {
        out.flush();
        return Terminals.open()
                .<Screen>map(terminal -> new LiveScreen(terminal, out))
                .orElseGet(() -> new PlainScreen(out));
    }

    /** Whether the renewed line is shown. */
    boolean isLive();

    /** A line that stays. */
    void say(String line);

    /**
     * Renews the line below all others; nothing where there is no terminal.
     *
     * @param line gives the text for a number of columns; it is asked again when the window changes its size
     */
    void renew(IntFunction<String> line);

    /** Takes the renewed line away and gives the terminal back; lines are plain after this. */
    @Override
    void close();
}
