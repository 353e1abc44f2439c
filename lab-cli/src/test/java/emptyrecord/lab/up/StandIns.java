package emptyrecord.lab.up;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A project folder whose services are {@link ServiceStandIn}s, and {@code ./lab} on it as a process of its own. */
final class StandIns {

    /** Addresses that no person's region has: the highest number. */
    private static final int PLACE = 99;

    static final List<String> SERVICES = List.of(
            "fake-route53",
            "fake-dynamo",
            "dns-planner",
            "dns-enactor-a",
            "dns-enactor-b",
            "dns-enactor-c",
            "droplets",
            "dwfm",
            "network-manager",
            "nlb-healthcheck",
            "control-room");

    private static final String REGION = "stand-ins";

    private final Path home;

    StandIns(Path home) throws IOException {
        this.home = home;
        Path dist = home.resolve("lab-cli/target/dist");
        Files.createDirectories(dist.resolve("lib"));
        Files.writeString(dist.resolve("lib/service-kit-0.jar"), "");
        Files.writeString(
                dist.resolve("jvm.options"), "-Xshare:auto\n-XX:TieredStopAtLevel=1\n-XX:+UseSerialGC\n-Xss512k\n");
        Files.copy(Path.of("src/main/dist/keep"), dist.resolve("keep"));
        for (String service : SERVICES) {
            jar(dist.resolve(service.replaceAll("-[abc]$", "") + ".jar"));
        }
        Files.createDirectories(home.resolve("teams"));
        Files.writeString(home.resolve("teams").resolve(REGION + ".place"), String.valueOf(PLACE));
    }

    private static void jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ServiceStandIn.class.getName());
        String entry = ServiceStandIn.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest);
                var code = ServiceStandIn.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(code.readAllBytes());
        }
    }

    /** The result of a run of {@code ./lab}. */
    record Result(int status, String output) {}

    /** Runs a command to its end. */
    Result lab(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "lab", ".out");
        Process process = start(output, arguments);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("./lab did not end: " + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    /** Starts a command and does not wait. */
    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dlab.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "emptyrecord.lab.LabApplication",
                "--name",
                REGION));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LAB_RUN");
        return builder.redirectOutput(output.toFile()).start();
    }

    Path run() {
        return home.resolve("teams").resolve(REGION);
    }

    /** A file that controls a {@link ServiceStandIn}. */
    Path order(String file) {
        return run().resolveSibling(file);
    }

    /** The process id of a service's own process; 0 while it has none. */
    long pid(String service) throws IOException {
        Path file = run().resolve("pids").resolve(service + ".pid");
        return Files.exists(file) ? number(Files.readString(file)) : 0;
    }

    /** The process id of its keeper. */
    long keeper(String service) throws IOException {
        return number(Files.readString(run().resolve("pids").resolve(service + ".json"))
                .replaceAll(".*\"pid\":(\\d+).*", "$1"));
    }

    private static long number(String text) {
        return text.isBlank() ? 0 : Long.parseLong(text.strip());
    }

    static boolean lives(long pid) {
        return pid != 0 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Living processes of this region, keepers and services. */
    List<String> processes() {
        String mark = home.toString();
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(mark + "/lab-cli"))
                .map(p -> p.pid() + " " + p.info().commandLine().orElse(""))
                .toList();
    }

    String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }
}
