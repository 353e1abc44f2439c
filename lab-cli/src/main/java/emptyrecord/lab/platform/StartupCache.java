package emptyrecord.lab.platform;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One archive of loaded and linked classes (class data sharing with JEP 483's linking) for all services: the classes of
 * the JDK and of the common libraries. Ten JVMs share its pages, so that it saves memory as well as CPU. It is made
 * from a list of names ({@code classes.txt} beside the jars), without a start of any service, and again when a common
 * library is newer. A region without it starts more slowly.
 */
public final class StartupCache {

    private static final int TIMEOUT_SECONDS = 180;

    private final LabHome home;
    private volatile @Nullable Process dump;
    private volatile boolean stopped;

    public StartupCache(LabHome home) {
        this.home = home;
    }

    /** The archive, named after the JVM, its options and the class path that it fits; it may not exist. */
    public Path file() {
        String fits = Runtime.version() + String.join(" ", new Processes(home).options()) + commonPath();
        return home.dist().resolve("services-" + Integer.toHexString(fits.hashCode()) + ".jsa");
    }

    /** The options that make a service use the archive; none while there is none. */
    List<String> options() {
        Path file = file();
        return Files.exists(file)
                ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:aot=off")
                : List.of();
    }

    /** Makes a missing or outdated archive; with nothing to do it returns at once. */
    void make(Consumer<String> say) {
        if (!isOutdated()) {
            return;
        }
        say.accept("preparing the start-up cache, once after a build; this takes half a minute");
        if (!dumped() && !stopped) {
            say.accept("  not made; the services start without (" + log() + " says why)");
        }
    }

    /** Ends a preparation that runs and starts none. */
    void stop() {
        stopped = true;
        Process running = dump;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /** The JVM refuses an archive that is older than a jar of its class path. Nothing in common needs no archive. */
    boolean isOutdated() {
        List<Path> common = new ServiceClassPath(home.dist()).common();
        Path file = file();
        try {
            if (!Files.exists(file)) {
                return !common.isEmpty();
            }
            for (Path library : common) {
                if (Files.getLastModifiedTime(library).compareTo(Files.getLastModifiedTime(file)) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new LabException("the jars are incomplete (" + e.getMessage() + "); run mvn package -DskipTests");
        }
    }

    private String commonPath() {
        return ServiceClassPath.joined(new ServiceClassPath(home.dist()).common());
    }

    private Path log() {
        return home.dist().resolve("start-up-cache.log");
    }

    /** Whether there is an archive now that the JVM accepts; a broken one is deleted. */
    private boolean dumped() {
        Path fresh = home.dist().resolve("services." + ProcessHandle.current().pid() + ".jsa.new");
        try {
            boolean made = run(fresh, "-Xshare:dump", "-XX:+AOTClassLinking", "-XX:SharedClassListFile=" + list())
                    && run(fresh, "-Xshare:on", "-version");
            if (made) {
                Files.move(fresh, file(), StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(fresh);
                Files.deleteIfExists(file());
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path list() {
        return home.dist().resolve("classes.txt");
    }

    private boolean run(Path archive, String... how) throws IOException {
        List<String> command = new ArrayList<>(new Processes(home).java());
        command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-cp", commonPath()));
        command.addAll(List.of(how));
        if (stopped) {
            return false;
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        dump = process;
        try {
            if (stopped || !process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }
}
