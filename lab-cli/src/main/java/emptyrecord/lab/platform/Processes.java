package emptyrecord.lab.platform;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.home.TokenFile;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The region's processes. Each service has a keeper, a small shell script ({@code keep} beside the jars) that starts it
 * again when it ends; the keeper outlives {@code ./lab}. Both ids are kept in files, so that a later command finds them
 * even when the launcher or a keeper was killed. Start times tell a reused process id from ours: in the kernel's ticks
 * where available, because wall times move when the clock is set.
 */
final class Processes {

    /** Real time from a service's end to its next start; doubles with each further end. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** After so long a life a service counts as well again: its next pause is the first one. */
    static final Duration GOOD_LIFE = Duration.ofSeconds(60);

    /** Between a process's start and the file that names it; start times have a granularity of a second. */
    private static final Duration NAMED_WITHIN = Duration.ofSeconds(2);

    /** Fields 1 and 2 of /proc/PID/stat are the id and the name, in brackets; field 22 is the 20th after them. */
    private static final int START_TICKS_AFTER_NAME = 19;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final LabHome home;
    private boolean refusing;

    Processes(LabHome home) {
        this.home = home;
    }

    /** @param startTicks see {@link #ticks}; null where the system does not report it, and in older files */
    record PidFile(long pid, Instant startedAt, @Nullable Long startTicks) {

        static PidFile of(ProcessHandle process) {
            return new PidFile(
                    process.pid(),
                    process.info().startInstant().orElse(Instant.EPOCH),
                    ticks(process.pid()).orElse(null));
        }

        private boolean means(ProcessHandle process) {
            Optional<Long> ticks = ticks(process.pid());
            if (startTicks != null && ticks.isPresent()) {
                return startTicks.equals(ticks.get());
            }
            return process.info().startInstant().map(startedAt::equals).orElse(true);
        }
    }

    /** When a process began, in ticks since the system started: field 22 of /proc/PID/stat (proc_pid_stat(5)). */
    private static Optional<Long> ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] afterName =
                    stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
            return Optional.of(Long.parseLong(afterName[START_TICKS_AFTER_NAME]));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException notLinux) {
            return Optional.empty();
        }
    }

    /** Starts a service's keeper, which starts the service; the output of both goes to its log. */
    synchronized void start(ServiceSpec service, LabHome.Started region) {
        if (refusing) {
            throw new LabException("interrupted");
        }
        home.createFolders();
        try {
            Files.deleteIfExists(home.childFile(service.name()));
            ServiceSpec sized = home.region().fleet(region.loadBalancers()).sized(service);
            ProcessBuilder builder = new ProcessBuilder(keeper(sized, new StartupCaches(home).of(service)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.log(service.name()).toFile()));
            builder.directory(home.run().toFile());
            builder.environment().remove("LAB_TOKEN");
            builder.environment().putAll(environment(sized, region));
            Process process = builder.start();
            Files.write(home.pidFile(service.name()), JSON.writeValueAsBytes(PidFile.of(process.toHandle())));
        } catch (IOException e) {
            throw new LabException("cannot start " + service.name() + ": " + e.getMessage() + "; is the disk full?");
        }
    }

    /** From now on nothing is started any more: the region is being stopped. */
    synchronized void refuseStarts() {
        refusing = true;
    }

    /** @param cache it fits the command with another largest heap, too */
    private List<String> keeper(ServiceSpec service, Path cache) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                home.dist().resolve("keep").toString(),
                String.valueOf(FIRST_PAUSE.toSeconds()),
                String.valueOf(LONGEST_PAUSE.toSeconds()),
                String.valueOf(GOOD_LIFE.toSeconds()),
                home.childFile(service.name()).toString(),
                home.ends().toString(),
                service.name()));
        command.addAll(command(service, cache));
        return command;
    }

    private List<String> command(ServiceSpec service, Path cache) {
        List<String> command = new ArrayList<>(java(service));
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Xlog:aot=off");
        }
        command.add("-jar");
        command.add(home.dist().resolve(service.jar() + ".jar").toString());
        return command;
    }

    /** The Java command up to its options. A training start uses the same, because a cache fits only its command. */
    List<String> java(ServiceSpec service) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + service.heapMegabytes() + "m");
        command.addAll(options());
        return command;
    }

    /** The options that the services' images also use. */
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
        if (Boolean.TRUE.equals(region.tracing())) {
            environment.put("LAB_TRACING_ENABLED", "true");
        }
        environment.put("LAB_DATADIR", home.data(service.name()).toString());
        environment.put("LAB_OWNLOG_FILE", home.log(service.name()).toString());
        new TokenFile(home).path().ifPresent(token -> environment.put("LAB_TOKENFILE", token.toString()));
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("CONTROL_RUNSDIR", home.runs().toString());
        return environment;
    }

    /** The service's own process, if it lives. */
    Optional<ProcessHandle> find(String service) {
        Path file = home.childFile(service);
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant latest = Files.getLastModifiedTime(file).toInstant().plus(NAMED_WITHIN);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(p -> isKept(p, service)
                            || p.info()
                                    .startInstant()
                                    .map(s -> !s.isAfter(latest))
                                    .orElse(true));
        } catch (IOException | NumberFormatException notWritten) {
            return Optional.empty();
        }
    }

    private boolean isKept(ProcessHandle process, String service) {
        Optional<ProcessHandle> keeper = keeper(service);
        return keeper.isPresent() && process.parent().equals(keeper);
    }

    /** The keeper of the service, if it lives. */
    Optional<ProcessHandle> keeper(String service) {
        Path file = home.pidFile(service);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            PidFile known = JSON.readValue(file.toFile(), PidFile.class);
            return ProcessHandle.of(known.pid()).filter(ProcessHandle::isAlive).filter(known::means);
        } catch (JacksonException cutOff) {
            return Optional.empty();
        }
    }

    /** Services' own processes that live, by service name. */
    Map<String, ProcessHandle> living() {
        Map<String, ProcessHandle> living = new LinkedHashMap<>();
        for (ServiceSpec service : home.region().services()) {
            find(service.name()).ifPresent(p -> living.put(service.name(), p));
        }
        return living;
    }

    /** Whether the service runs or its keeper is about to start it again. */
    boolean isUp(String service) {
        return find(service).isPresent() || keeper(service).isPresent();
    }

    /** Asks a service to end, waits, and ends it by force if necessary; returns whether it ran. */
    boolean stop(String service) {
        return stop(List.of(service)) > 0;
    }

    /** Stops all services at once; returns how many ran. */
    int stopAll() {
        return stop(home.region().services().stream().map(ServiceSpec::name).toList());
    }

    /** A keeper passes SIGTERM on to its service; a service whose keeper was killed is signalled directly. */
    private int stop(List<String> services) {
        Map<String, List<ProcessHandle>> found = new LinkedHashMap<>();
        for (String service : services) {
            List<ProcessHandle> both = Stream.of(keeper(service), find(service))
                    .flatMap(Optional::stream)
                    .toList();
            if (!both.isEmpty()) {
                found.put(service, both);
                both.getFirst().destroy();
            }
        }
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        found.values().forEach(both -> end(both, deadline));
        services.forEach(this::forget);
        return found.size();
    }

    private static void end(List<ProcessHandle> keeperFirst, long deadline) {
        for (ProcessHandle process : keeperFirst) {
            List<ProcessHandle> children = process.children().toList();
            if (!endedBy(process, deadline)) {
                process.destroyForcibly();
                children.forEach(ProcessHandle::destroyForcibly);
                process.onExit().join();
            }
        }
    }

    private static boolean endedBy(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget(String service) {
        try {
            Files.deleteIfExists(home.pidFile(service));
            Files.deleteIfExists(home.childFile(service));
        } catch (IOException e) {
            throw new LabException("cannot delete in " + home.pids() + ": " + e.getMessage());
        }
    }
}
