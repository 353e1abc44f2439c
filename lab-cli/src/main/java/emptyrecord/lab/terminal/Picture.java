package emptyrecord.lab.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the terminal's size that is refreshed in place. Its head stays: rows that do not fit below are counted
 * on the last row. The last picture stays where it is at the end.
 */
public final class Picture implements AutoCloseable {

    private final Terminal terminal;
    private final Display display;
    private @Nullable IntFunction<List<String>> lines;
    private Size drawn = Size.of(0, 0);

    private Picture(Terminal terminal) {
        this.terminal = terminal;
        this.display = new Display(terminal, true);
        terminal.handle(Terminal.Signal.WINCH, signal -> draw());
    }

    /** Empty where there is no terminal. */
    public static Optional<Picture> open() {
        return Terminals.open().map(Picture::new);
    }

    /** @param wanted the lines for a number of columns; called again when the window changes its size */
    public synchronized void renew(IntFunction<List<String>> wanted) {
        lines = wanted;
        draw();
    }

    private synchronized void draw() {
        if (lines == null) {
            return;
        }
        try {
            draw(lines, Terminals.size(terminal));
        } catch (IllegalStateException givenBack) {
            lines = null;
        }
    }

    private void draw(IntFunction<List<String>> wanted, Size size) {
        if (!size.equals(drawn)) {
            terminal.puts(Capability.clear_screen);
            display.resize(size.getRows(), size.getColumns());
            display.reset();
            drawn = size;
        }
        var fitted = Fit.picture(wanted.apply(size.getColumns()), size.getRows() - 1, size.getColumns());
        display.update(fitted, size.cursorPos(fitted.size(), 0));
        terminal.flush();
    }

    @Override
    public synchronized void close() {
        lines = null;
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give the terminal back", e);
        }
    }
}
