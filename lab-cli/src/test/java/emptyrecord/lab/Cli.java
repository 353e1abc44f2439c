package emptyrecord.lab;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code ./lab} in this process, in a project's folder of its own. */
public final class Cli implements AutoCloseable {

    private final @Nullable String before = System.getProperty("lab.home");

    public Cli(Path home) {
        System.setProperty("lab.home", home.toString());
    }

    /** The result of one command. */
    public record Ran(int status, String out, String err) {

        public String all() {
            return out + err;
        }
    }

    public Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                LabApplication.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = line.execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty("lab.home");
        } else {
            System.setProperty("lab.home", before);
        }
    }
}
