package emptyrecord.lab.command;

import emptyrecord.control.playback.Bundle;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.run.Browser;
import emptyrecord.lab.run.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab bundle RUN}: a run in one file that a browser plays back from disk. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = "Writes a run as one HTML file: the page that plays it back, and what ./lab judge and ./lab"
                + " verify need. It opens from disk and loads nothing.")
public final class BundleCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            defaultValue = RunStore.LAST,
            completionCandidates = CompletionNames.Runs.class,
            description = "A run of ./lab runs, 'last' (default), or a folder.")
    @SuppressWarnings("NullAway.Init")
    private String run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: RUN.html in the current folder; with --open a temporary one).")
    @Nullable
    private Path out;

    @Option(
            names = "--without-causes",
            description = "Leave out what a drill hides: injected faults, the scenario's name, the page's diagnosis.")
    private boolean withoutCauses;

    @Option(names = "--open", description = "Open it in the browser where there is a screen.")
    private boolean open;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = RunStore.of(spec).find(run).folder();
        String html = html(folder);
        try {
            Path file = file(folder);
            Files.writeString(file, html);
            print(file, Files.size(file));
            if (open) {
                Browser.open(file);
            }
        } catch (IOException e) {
            throw new LabException("cannot write the bundle: " + Failures.reason(e));
        }
        return ExitStatus.OK;
    }

    private String html(Path folder) {
        try {
            return Bundle.html(folder, !withoutCauses);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new LabException(Failures.sentence(e));
        }
    }

    private Path file(Path folder) throws IOException {
        String name = Bundle.name(folder, !withoutCauses) + ".html";
        Path wanted = out;
        if (wanted == null && open) {
            return Files.createTempDirectory("empty-record-").resolve(name);
        }
        return wanted == null ? Path.of(name) : wanted;
    }

    private void print(Path file, long bytes) {
        PrintWriter to = spec.commandLine().getOut();
        to.println(file.toAbsolutePath() + String.format(Locale.ROOT, " (%.2f MB)", bytes / 1e6));
        to.flush();
    }
}
