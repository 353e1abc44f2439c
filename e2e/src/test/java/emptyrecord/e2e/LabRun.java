package emptyrecord.e2e;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import emptyrecord.api.json.ContractJson;
import emptyrecord.api.run.SettingsFile;
import emptyrecord.night.judge.Report;
import emptyrecord.night.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A replay through the command line, as a new user runs it: its exit status, its output and its folder. The region is a
 * named one on addresses of its own, so that one that runs here already, in processes or in containers, is not touched.
 */
public final class LabRun {

    private static final String REGION = "tests";

    /** The last of the numbers that regions get; theirs are given out from the first. */
    private static final int NUMBER = 99;

    private static final int LOG_LINES = 15;

    /** What the addresses of the region begin with. */
    public static final String NETWORK = "127." + (100 + NUMBER);

    private static final JsonMapper JSON = ContractJson.MAPPER
            .rebuild()
            .addMixIn(Report.class, WithoutSettings.class)
            .build();

    @JsonIgnoreProperties("settings")
    private interface WithoutSettings {}

    private static final Path HOME =
            Path.of(System.getProperty("lab.home", "..")).toAbsolutePath();
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final int exit;
    private final String output;
    private final Path folder;

    private LabRun(int exit, String output, Path folder) {
        this.exit = exit;
        this.output = output;
        this.folder = folder;
    }

    /** Plays in the region that runs, see {@link #up}, or else in one of its own. */
    public static LabRun replay(String name, String... options) {
        Path folder = TARGET.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("replay", "--out", folder.toString()));
        arguments.addAll(List.of(options));
        return played(name, arguments);
    }

    /**
     * Plays scenarios one after another in the region that runs, or else in one of their own. Each run has a folder of
     * its own in {@code target/NAME}.
     */
    public static LabRun scenarios(String name, List<String> options) {
        Path folder = TARGET.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("scenario", "run", "--out", folder.toString()));
        arguments.addAll(options);
        return played(name, arguments);
    }

    private static LabRun played(String name, List<String> arguments) {
        Path log = TARGET.resolve(name + ".log");
        try {
            int exit = lab(log, arguments);
            return new LabRun(exit, Files.readString(log), TARGET.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a region and leaves it running. */
    public static void up(String speed) {
        Path log = TARGET.resolve("up.log");
        try {
            if (lab(log, List.of("up", "--speed", speed)) != 0) {
                down();
                throw new IllegalStateException("the region did not start:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void down() {
        try {
            lab(TARGET.resolve("down.log"), List.of("down"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a service's log, in the region that {@link #up} started. */
    public static String logEnd(String service) {
        Path log = TARGET.resolve("teams").resolve(REGION).resolve("logs").resolve(service + ".log");
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lab(Path log, List<String> arguments) throws IOException {
        Files.writeString(
                Files.createDirectories(TARGET.resolve("teams")).resolve(REGION + ".place"), String.valueOf(NUMBER));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dlab.home=" + HOME,
                "-jar",
                HOME.resolve("lab-cli/target/dist/lab.jar").toString(),
                "--name",
                REGION));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().put("LAB_RUN", TARGET.resolve("region").toString());
        builder.environment().put("LAB_RUNS", TARGET.resolve("runs").toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(20, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("./lab did not end within 20 minutes; its output is " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted", e);
        }
        return process.exitValue();
    }

    /** The run as one file, as {@code ./lab bundle} writes it. */
    public Path bundle() {
        Path file = TARGET.resolve(folder.getFileName() + ".html");
        Path log = TARGET.resolve(folder.getFileName() + "-bundle.log");
        try {
            if (lab(log, List.of("bundle", folder.toString(), "--out", file.toString())) != 0) {
                throw new IllegalStateException("the run became no bundle:\n" + Files.readString(log));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line of {@code ./lab verify} on the run: whether its DNS changes are a behaviour of the model. */
    public String verified() {
        return verified(folder);
    }

    /** @param run its folder, or its bundle */
    public String verified(Path run) {
        Path log = TARGET.resolve(run.getFileName() + "-verified.log");
        try {
            lab(log, List.of("verify", run.toString()));
            return Files.readAllLines(log).getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int exit() {
        return exit;
    }

    public String output() {
        return output;
    }

    /** The run's report, without its settings. */
    public Report report() {
        return JSON.readValue(folder.resolve("report.json").toFile(), Report.class);
    }

    public SettingsFile<Object> settings() {
        return JSON.readValue(folder.resolve("settings.json").toFile(), new TypeReference<>() {});
    }

    /** The samples after T+0, or all of them when there was no T+0. */
    public List<Sample> samples() {
        try {
            return Files.readAllLines(folder.resolve("samples.jsonl")).stream()
                    .map(line -> JSON.readValue(line, Sample.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Sample> samplesBetween(double from, double to) {
        return samples().stream()
                .filter(s -> s.tPlusMinutes() != null && s.tPlusMinutes() >= from && s.tPlusMinutes() <= to)
                .toList();
    }

    public Path file(String name) {
        return folder.resolve(name);
    }
}
