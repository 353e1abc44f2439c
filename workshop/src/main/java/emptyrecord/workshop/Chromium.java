package emptyrecord.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine's own Chromium, which prints pages as PDF. */
final class Chromium {

    /** Where Debian, Fedora and others put it; {@code CHROMIUM} in the environment names another. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /** Real; one print takes about a second. */
    private static final long PRINT_SECONDS = 120;

    private final Path program;

    private Chromium(Path program) {
        this.program = program;
    }

    /** The browser; empty where there is none. */
    static Optional<Chromium> find() {
        List<String> all = new ArrayList<>(PLACES);
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            all.addFirst(named);
        }
        return all.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Chromium::new);
    }

    /**
     * Prints a page with the paper's size that its style sheet gives.
     *
     * @throws IOException with the browser's words when it writes no PDF
     */
    void print(Path html, Path pdf) throws IOException {
        Path profile = Files.createTempDirectory("kit-chromium");
        Path log = Files.createTempFile(profile, "print", ".log");
        Files.deleteIfExists(pdf);
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--no-pdf-header-footer",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--print-to-pdf=" + pdf.toAbsolutePath(),
                        html.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(PRINT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(program + " did not print " + html + " within " + PRINT_SECONDS + " s");
            }
            if (process.exitValue() != 0 || !Files.exists(pdf)) {
                throw new IOException(program + " did not print " + html + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + html + " was printed", e);
        } finally {
            process.destroyForcibly();
            Folders.delete(profile);
        }
    }
}
