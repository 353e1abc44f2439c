package emptyrecord.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The region's processes. Each one's id and start time stand in a file, so that they are found again by a later command
 * even when the one that started them was killed; the start time tells a reused process id from ours.
 */
final class Processes {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LabHome home;

    Processes(LabHome home) {
        this.home = home;
    }

    record PidFile(long pid, Instant startedAt) {}

    /** Starts a service; its output goes to its log. */
    void start(ServiceSpec service, LabHome.Started region) {
        home.createFolders();
        ProcessBuilder builder = new ProcessBuilder(command(service))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.log(service.name()).toFile()));
        builder.directory(home.run().toFile());
        builder.environment().remove("LAB_TOKEN");
        builder.environment().putAll(environment(service, region));
        try {
            Process process = builder.start();
            Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
            JSON.writeValue(home.pidFile(service.name()).toFile(), new PidFile(process.pid(), startedAt));
        } catch (IOException e) {
            throw new LabException("cannot start " + service.name() + ": " + e.getMessage());
        }
    }

    private List<String> command(ServiceSpec service) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nohup"))) {
            command.add("/usr/bin/nohup");
        }
        command.addAll(java(service));
        Path cache = new StartupCaches(home).of(service);
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Xlog:aot=off");
        }
        command.add("-jar");
        command.add(home.dist().resolve(service.jar() + ".jar").toString());
        return command;
    }

    /** The Java command up to its options, the same for a training start, since a cache fits only what made it. */
    List<String> java(ServiceSpec service) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + service.heapMegabytes() + "m");
        command.addAll(options());
        return command;
    }

    /** The options that the services' images have too. */
    private List<String> options() {
        Path file = home.dist().resolve("jvm.options");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new LabException("cannot read " + file + "; run mvn package -DskipTests");
        }
    }

    private Map<String, String> environment(ServiceSpec service, LabHome.Started region) {
        Map<String, String> environment = new LinkedHashMap<>(service.environment());
        environment.put("SERVER_PORT", String.valueOf(service.port()));
        environment.put("LAB_SPEED", String.valueOf(region.speed()));
        environment.put("LAB_SEED", String.valueOf(region.seed()));
        environment.put("LAB_ORIGIN", region.origin().toString());
        environment.put("PLANNER_UUIDNAMES", String.valueOf(Boolean.TRUE.equals(region.uuidNames())));
        environment.put("LAB_DATADIR", home.data(service.name()).toString());
        new TokenFile(home).path().ifPresent(token -> environment.put("LAB_TOKENFILE", token.toString()));
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("CONTROL_RUNSDIR", home.run().resolve("replays").toString());
        return environment;
    }

    /** The service's process, if it lives. */
    Optional<ProcessHandle> find(String service) {
        Path file = home.pidFile(service);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        PidFile known = JSON.readValue(file.toFile(), PidFile.class);
        return ProcessHandle.of(known.pid())
                .filter(ProcessHandle::isAlive)
                .filter(p ->
                        p.info().startInstant().map(known.startedAt()::equals).orElse(true));
    }

    /** All living processes by service name. */
    Map<String, ProcessHandle> living() {
        Map<String, ProcessHandle> living = new LinkedHashMap<>();
        for (ServiceSpec service : home.region().services()) {
            find(service.name()).ifPresent(p -> living.put(service.name(), p));
        }
        return living;
    }

    /** Asks a service to end, waits, and ends it by force if need be. */
    void stop(ServiceSpec service) {
        find(service.name()).ifPresent(process -> {
            process.destroy();
            awaitEnd(process);
        });
        forget(service.name());
    }

    /** Asks all processes to end, waits, and ends by force what is left; gives the number that lived. */
    int stopAll() {
        Map<String, ProcessHandle> living = living();
        living.values().forEach(ProcessHandle::destroy);
        living.values().forEach(Processes::awaitEnd);
        for (ServiceSpec service : home.region().services()) {
            forget(service.name());
        }
        return living.size();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void forget(String service) {
        try {
            Files.deleteIfExists(home.pidFile(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
