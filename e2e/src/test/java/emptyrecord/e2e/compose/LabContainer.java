package emptyrecord.e2e.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line in its container, as somebody without a JDK runs it. */
final class LabContainer {

    private LabContainer() {}

    /** What it printed, and how it ended. */
    record Output(int exit, String text) {}

    /**
     * @param home folder of docker-compose.yml
     * @param project of the running stack
     */
    static Output run(Path home, String project, Map<String, String> environment, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of("docker", "compose", "-p", project, "run", "--rm", "-T", "--no-deps", "lab"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The user who may write to the folder where the container puts the runs. */
    static String ownerOfRuns(Path home) {
        try {
            return String.valueOf(Files.getAttribute(home.resolve("runs"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
