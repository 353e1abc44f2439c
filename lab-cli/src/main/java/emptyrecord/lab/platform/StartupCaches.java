package emptyrecord.lab.platform;

import emptyrecord.lab.failure.Failures;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Ahead-of-time caches (JEP 483, 514) beside the jars: classes are already loaded and linked, which saves most of the
 * CPU that starting eleven JVMs at once takes. Each is made by one training start of its service, and again when its jar
 * is newer. A service without a cache only starts slower.
 */
final class StartupCaches {

    private static final int AT_ONCE = 2;
    private static final int TIMEOUT_SECONDS = 180;

    private final LabHome home;
    private final Set<Process> trainings = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    StartupCaches(LabHome home) {
        this.home = home;
    }

    /** The cache of a service's jar, named after the Java command that it fits; it may not exist. */
    Path of(ServiceSpec service) {
        String command = Runtime.version() + String.join(" ", new Processes(home).java(service));
        return home.dist().resolve(service.jar() + "-" + Integer.toHexString(command.hashCode()) + ".aot");
    }

    /** Makes missing or outdated caches; with nothing to do it returns at once. */
    void make(Consumer<String> say) {
        List<ServiceSpec> outdated = RegionLayout.FIRST.services().stream()
                .filter(this::isOutdated)
                .filter(s -> s.jar().equals(s.name()) || s.name().endsWith("-a"))
                .toList();
        if (outdated.isEmpty()) {
            return;
        }
        say.accept("preparing " + outdated.size() + " start-up caches, once after a build; this takes a minute or two");
        AtomicInteger made = new AtomicInteger();
        try (ExecutorService few = Executors.newFixedThreadPool(AT_ONCE)) {
            outdated.forEach(service -> few.submit(() -> {
                train(service);
                say.accept("  " + made.incrementAndGet() + " of " + outdated.size() + ": " + service.jar()
                        + (Files.exists(of(service)) ? "" : ", not made in time; it starts without"));
            }));
        }
    }

    /** Ends the trainings that run and starts no more. */
    void stop() {
        stopped = true;
        trainings.forEach(Process::destroyForcibly);
    }

    /** A cache fits only the jars that it was made from: the service's own, and those of its class path. */
    boolean isOutdated(ServiceSpec service) {
        Path cache = of(service);
        Path jar = home.dist().resolve(service.jar() + ".jar");
        try {
            if (!Files.exists(cache) || isNewer(jar, cache)) {
                return true;
            }
            for (Path library : classPath(jar)) {
                if (isNewer(library, cache)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new LabException("the jars are incomplete (" + Failures.reason(e) + "); run mvn package -DskipTests");
        }
    }

    /** The libraries that a jar's manifest names. */
    private static List<Path> classPath(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : Stream.of(names.strip().split(" +"))
                            .map(jar::resolveSibling)
                            .toList();
        }
    }

    private static boolean isNewer(Path jar, Path cache) throws IOException {
        return Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache)) > 0;
    }

    private void train(ServiceSpec service) {
        Path scratch = home.run().resolve("training").resolve(service.name());
        Path fresh = home.dist()
                .resolve(service.jar() + "." + ProcessHandle.current().pid() + ".aot.new");
        List<String> command = new ArrayList<>(new Processes(home).java(service));
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + fresh,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                home.dist().resolve(service.jar() + ".jar").toString(),
                "--server.port=0",
                "--lab.data-dir=" + scratch));
        if (stopped) {
            return;
        }
        try {
            Files.createDirectories(scratch);
            Process training = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(scratch.resolve("training.log").toFile())
                    .start();
            trainings.add(training);
            if (stopped) {
                training.destroyForcibly();
            }
            if (!training.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                training.destroyForcibly();
            }
            trainings.remove(training);
            if (stopped) {
                Files.deleteIfExists(fresh);
            } else if (Files.exists(fresh)) {
                Files.move(fresh, of(service), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
