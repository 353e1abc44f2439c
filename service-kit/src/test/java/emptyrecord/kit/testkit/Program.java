package emptyrecord.kit.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the machine, run as people run it. A test that needs one that is not there is skipped, and says why. */
public final class Program {

    private static final int PATIENCE_SECONDS = 60;

    private final Path file;

    private Program(Path file) {
        this.file = file;
    }

    /** @param debianPackage what to install to have it */
    public static Program orSkip(String file, String debianPackage) {
        assumeTrue(
                Files.isExecutable(Path.of(file)),
                "there is no " + file + "; Debian's package " + debianPackage + " has it");
        return new Program(Path.of(file));
    }

    /** @param output both streams */
    public record Result(int exit, String output) {}

    public Result run(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(file.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end; it said " + output);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
