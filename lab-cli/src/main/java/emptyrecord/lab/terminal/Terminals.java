package emptyrecord.lab.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/**
 * The terminal of this process, if it has one that can be drawn on. JLine asks the kernel for its size by the foreign
 * function interface, so no process is started for it.
 */
public final class Terminals {

    private static final int COLUMNS_MIN = 20;
    private static final int ROWS_MIN = 4;

    private Terminals() {}

    /** Whether lines may be refreshed here: input and output are a terminal, it is not dumb, and this is no CI job. */
    public static boolean isLive() {
        Console console = System.console();
        return console != null && console.isTerminal() && mayBeLive(System.getenv());
    }

    static boolean mayBeLive(Map<String, String> environment) {
        String type = environment.getOrDefault("TERM", "dumb");
        String ci = environment.getOrDefault("CI", "false");
        return !type.equals("dumb") && !type.isBlank() && (ci.isBlank() || ci.equals("false"));
    }

    /** Whether colours are wanted; see no-color.org. */
    public static boolean isColoured() {
        return isLive() && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** JLine's terminal; empty where {@link #isLive} is false, and where JLine cannot open it. */
    static Optional<Terminal> open() {
        if (!isLive()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .graphemeCluster(false)
                    .nativeSignals(false)
                    .build());
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Columns to fit a table into; no limit where there is no terminal, so that other programs get whole lines. */
    public static int columns() {
        return open().map(terminal -> {
                    try (terminal) {
                        return size(terminal).getColumns();
                    } catch (IOException e) {
                        return Table.UNLIMITED;
                    }
                })
                .orElse(Table.UNLIMITED);
    }

    /** Clears the terminal, if there is one. */
    public static void clear(PrintWriter out) {
        out.flush();
        open().ifPresent(terminal -> {
            try (terminal) {
                terminal.puts(InfoCmp.Capability.clear_screen);
                terminal.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot clear the terminal", e);
            }
        });
    }

    /** A terminal that reports no size, or an impossible one, counts as small. */
    static Size size(Terminal terminal) {
        Size told = terminal.getSize();
        return Size.of(Math.max(COLUMNS_MIN, told.getColumns()), Math.max(ROWS_MIN, told.getRows()));
    }
}
