package emptyrecord.lab.platform;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The {@code docker} command, run in the project's folder, where it finds docker-compose.yml and .env. */
public class ComposeCommand {

    private static final int KEPT_LINES = 20;

    private final Path folder;

    public ComposeCommand(Path folder) {
        this.folder = folder;
    }

    /** A variable of the {@code .env} file; its last line counts, quotes around a value do not. */
    Optional<String> variable(String name) {
        Path file = folder.resolve(".env");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1)
                            .replaceFirst("\\s+#.*", "")
                            .replaceAll("^[\"']|[\"']$", "")
                            .strip())
                    .reduce((first, last) -> last);
        } catch (IOException e) {
            throw new LabException("cannot read " + file + ": " + Failures.reason(e));
        }
    }

    /** The result of a command. */
    record Result(int exit, List<String> lines) {

        boolean ok() {
            return exit == 0;
        }

        /** The output of a successful command. */
        List<String> orThrow(String command) {
            if (!ok()) {
                throw new LabException("docker " + command + " failed:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - KEPT_LINES), lines.size())));
            }
            return lines;
        }
    }

    /** Runs and returns the output, with standard error only when {@code say} receives it. */
    Result run(Consumer<String> say, Map<String, String> environment, boolean errors, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        if (errors) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    lines.add(line);
                    say.accept(line);
                }
            }
            return new Result(process.waitFor(), lines);
        } catch (IOException e) {
            return new Result(127, List.of("no docker on the PATH; install Docker with Compose v2"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted");
        }
    }

    /** Runs quietly; standard error is dropped. */
    Result ask(String... arguments) {
        return run(line -> {}, Map.of(), false, List.of(arguments));
    }

    /** Runs for its effect; {@code say} receives all output. */
    Result act(Consumer<String> say, Map<String, String> environment, String... arguments) {
        return run(say, environment, true, List.of(arguments));
    }
}
