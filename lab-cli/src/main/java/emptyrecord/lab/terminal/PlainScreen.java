package emptyrecord.lab.terminal;

import java.io.PrintWriter;
import java.util.function.IntFunction;

/** Lines only, for files, pipes and CI. */
public record PlainScreen(PrintWriter out) implements Screen {

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void renew(IntFunction<String> line) {
        // Nothing to refresh without a terminal.
    }

    @Override
    public void close() {
        out.flush();
    }
}
