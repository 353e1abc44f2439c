package emptyrecord.lab.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jspecify.annotations.Nullable;

/** Lines above, one refreshed line below. JLine's {@link Display} writes differences and handles a resize. */
final class LiveScreen implements Screen {

    private final Terminal terminal;
    private final PrintWriter out;
    private final Display display;
    private @Nullable IntFunction<String> line;
    private boolean closed;

    /** @param out receives lines after the terminal was released */
    LiveScreen(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
        this.display = new Display(terminal, false);
        terminal.handle(Terminal.Signal.WINCH, signal -> draw());
    }

    @Override
    public boolean isLive() {
        return true;
    }

    /** The last lines are written without a terminal. */
    @Override
    public synchronized void say(String text) {
        onTerminal(() -> {
            erase();
            Wrap.words(text, Terminals.size(terminal).getColumns()).forEach(terminal.writer()::println);
        });
        if (closed) {
            out.println(text);
            out.flush();
        } else {
            draw();
        }
    }

    @Override
    public synchronized void renew(IntFunction<String> wanted) {
        line = wanted;
        draw();
    }

    private synchronized void draw() {
        onTerminal(() -> {
            if (line != null) {
                Size size = fit();
                display.update(List.of(Fit.line(line.apply(size.getColumns()), size.getColumns())), 0);
            }
            terminal.flush();
        });
    }

    /** JLine itself releases the terminal when the process is asked to end; the refreshed line then stays. */
    private void onTerminal(Runnable work) {
        if (closed) {
            return;
        }
        try {
            work.run();
        } catch (IllegalStateException givenBack) {
            closed = true;
            out.println();
        }
    }

    private Size fit() {
        Size size = Terminals.size(terminal);
        display.resize(size.getRows(), size.getColumns());
        return size;
    }

    private void erase() {
        fit();
        display.update(List.of(AttributedString.EMPTY), 0);
        display.reset();
    }

    @Override
    public synchronized void close() {
        onTerminal(() -> {
            erase();
            terminal.flush();
        });
        closed = true;
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give the terminal back", e);
        }
    }
}
