package emptyrecord.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab logs [SERVICE]}: the last lines of one service's log, or of all; {@code -f} goes on. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the last lines of the services' logs.")
final class LogsCommand implements Callable<Integer> {

    private static final int LINE_ESTIMATE_BYTES = 400;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Only this service (default: all).")
    private @Nullable String service;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "20", description = "How many lines (default 20).")
    private int lines;

    @Option(names = "-f", description = "Go on printing what is added; needs a SERVICE.")
    private boolean follow;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LabHome home = LabHome.find();
        PrintWriter out = spec.commandLine().getOut();
        String only = service;
        if (only != null) {
            Path log = home.log(Region.named(only).name());
            out.println(tail(log, lines));
            if (follow) {
                follow(log, out);
            }
            return ExitStatus.OK;
        }
        if (follow) {
            throw new LabException("-f needs a service, for example ./lab logs -f dwfm");
        }
        for (ServiceSpec each : Region.services()) {
            out.println("== " + each.name());
            out.println(tail(home.log(each.name()), lines));
        }
        return ExitStatus.OK;
    }

    /** The last lines of a file, or a word that there is none. */
    static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log yet)";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - (long) lines * LINE_ESTIMATE_BYTES);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new LabException("cannot read " + log + ": " + e.getMessage());
        }
    }

    private static void follow(Path log, PrintWriter out) throws IOException, InterruptedException {
        long read = Files.size(log);
        while (!Thread.currentThread().isInterrupted()) {
            long size = Files.size(log);
            if (size > read) {
                try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                    file.seek(read);
                    byte[] added = new byte[(int) (size - read)];
                    file.readFully(added);
                    out.print(new String(added, StandardCharsets.UTF_8));
                    out.flush();
                }
            }
            read = size;
            Thread.sleep(200);
        }
    }
}
