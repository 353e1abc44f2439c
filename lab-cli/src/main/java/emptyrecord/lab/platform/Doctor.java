package emptyrecord.lab.platform;

import com.sun.management.OperatingSystemMXBean;
import emptyrecord.lab.home.LabHome;
import emptyrecord.lab.home.ServiceSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the machine before the region is started as local processes; every finding comes with advice. */
public final class Doctor {

    private static final long MEBIBYTE = 1 << 20;
    private static final long MEMORY_NEEDED_MEBIBYTES = 1800;
    private static final long DISK_NEEDED_MEBIBYTES = 500;

    private final LabHome home;
    private final Processes processes;

    Doctor(LabHome home, Processes processes) {
        this.home = home;
        this.processes = processes;
    }

    /**
     * One check.
     *
     * @param what for example {@code port 7001}
     * @param ok whether this allows the region to start
     * @param advice what was found, and what to do when it is not ok
     */
    public record Finding(String what, boolean ok, String advice) {}

    /** All checks, also the good ones. */
    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(distribution());
        findings.add(memory());
        findings.add(disk());
        findings.add(leftovers());
        if (processes.living().isEmpty()) {
            findings.addAll(ports());
        }
        return findings;
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        return new Finding(
                "JDK",
                feature >= 25,
                feature >= 25
                        ? Runtime.version() + " in " + System.getProperty("java.home")
                        : "this is " + feature + "; install a JDK 25 and set JAVA_HOME to it");
    }

    private Finding distribution() {
        List<String> missing = home.region().services().stream()
                .map(ServiceSpec::jar)
                .distinct()
                .filter(jar -> !Files.exists(home.dist().resolve(jar + ".jar")))
                .toList();
        return new Finding(
                "jars",
                missing.isEmpty(),
                missing.isEmpty() ? home.dist().toString() : missing + " are missing; run mvn package -DskipTests");
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long free = availableMebibytes(system);
        return new Finding(
                "memory",
                free >= MEMORY_NEEDED_MEBIBYTES,
                free + " MiB free, " + MEMORY_NEEDED_MEBIBYTES + " MiB needed"
                        + (free >= MEMORY_NEEDED_MEBIBYTES ? "" : "; close other programs"));
    }

    /** Linux counts its page cache as used; {@code MemAvailable} is what programs can get. */
    private static long availableMebibytes(OperatingSystemMXBean system) {
        try (Stream<String> lines = Files.lines(java.nio.file.Path.of("/proc/meminfo"))) {
            return lines.filter(l -> l.startsWith("MemAvailable:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseGet(() -> system.getFreeMemorySize() / MEBIBYTE);
        } catch (IOException e) {
            return system.getTotalMemorySize() / MEBIBYTE / 2;
        }
    }

    private Finding disk() {
        home.createFolders();
        long free = home.run().toFile().getUsableSpace() / MEBIBYTE;
        return new Finding(
                "disk",
                free >= DISK_NEEDED_MEBIBYTES,
                free + " MiB free at " + home.run() + (free >= DISK_NEEDED_MEBIBYTES ? "" : "; make room"));
    }

    private Finding leftovers() {
        Map<String, ProcessHandle> living = processes.living();
        boolean none = living.isEmpty();
        boolean whole = living.size() == home.region().services().size();
        return new Finding(
                "earlier run",
                none || whole,
                none
                        ? "nothing runs"
                        : whole
                                ? "the region is up"
                                : "only " + living.keySet() + " run; ./lab " + home.option()
                                        + "up starts the others, ./lab " + home.option() + "down stops these");
    }

    private List<Finding> ports() {
        List<Finding> findings = new ArrayList<>();
        for (ServiceSpec service : home.region().services()) {
            findings.add(port(service.name(), service.address()));
            service.otherPorts().forEach(p -> findings.add(port(service.name(), p)));
        }
        return findings;
    }

    /** Whether a TCP and UDP port is free. */
    public static Finding port(String service, String addressAndPort) {
        int colon = addressAndPort.lastIndexOf(':');
        String address = addressAndPort.substring(0, colon);
        String port = addressAndPort.substring(colon + 1);
        String what = "port " + addressAndPort + " for " + service;
        InetSocketAddress wanted = new InetSocketAddress(InetAddress.ofLiteral(address), Integer.parseInt(port));
        try {
            bind(wanted);
            return new Finding(what, true, "free");
        } catch (IOException e) {
            String advice = String.valueOf(e.getMessage()).contains("assign")
                    ? "this machine has no address " + address + "; on macOS: sudo ifconfig lo0 alias " + address
                    : taken(wanted, e);
            return new Finding(what, false, advice);
        }
    }

    private static String taken(InetSocketAddress wanted, IOException e) {
        return PortOwner.of(wanted)
                .map(who -> "taken by " + who + "; end it, or start under other addresses with ./lab --name NAME up")
                .orElse("in use (" + e.getMessage() + "); see who has it with: ss -ltnup 'sport = :" + wanted.getPort()
                        + "'");
    }

    private static void bind(InetSocketAddress address) throws IOException {
        try (ServerSocket tcp = new ServerSocket()) {
            tcp.setReuseAddress(true);
            tcp.bind(address);
        }
        try (DatagramSocket udp = new DatagramSocket(address)) {
            udp.getLocalPort();
        }
    }
}
