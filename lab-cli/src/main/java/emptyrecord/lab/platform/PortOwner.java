package emptyrecord.lab.platform;

import emptyrecord.lab.terminal.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which process has a port, as far as this user may see it: Linux lists sockets in /proc/net with their inode, and a
 * process's sockets in /proc/PID/fd. Elsewhere, and for another user's process, the owner is unknown.
 */
public final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** Of a TCP socket that listens, and of a UDP socket that is bound (include/net/tcp_states.h). */
    private static final Set<String> WAITING = Set.of("0A", "07");

    private static final int COMMAND_WIDTH = 90;

    private PortOwner() {}

    /** For example {@code process 4711 (java -jar other.jar)}. */
    static Optional<String> of(InetSocketAddress wanted) {
        Set<String> inodes = Stream.of("tcp", "tcp6", "udp", "udp6")
                .flatMap(table -> lines(PROC.resolve("net").resolve(table)).stream())
                .flatMap(line -> inode(line, wanted).stream())
                .map(inode -> "socket:[" + inode + "]")
                .collect(Collectors.toSet());
        if (inodes.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(p -> holds(p.pid(), inodes))
                .findFirst()
                .map(PortOwner::words);
    }

    /**
     * The inode in a line of /proc/net/tcp or udp, if its socket waits on the port at this address or at all addresses.
     * Regions have the same ports at other addresses.
     */
    public static Optional<String> inode(String line, InetSocketAddress wanted) {
        String[] columns = line.strip().split("\\s+");
        boolean ours =
                columns.length > INODE && isAt(columns[LOCAL_ADDRESS], wanted) && WAITING.contains(columns[STATE]);
        return ours ? Optional.of(columns[INODE]) : Optional.empty();
    }

    /** @param local address and port in hexadecimal; the kernel writes each four bytes of an address in its own order */
    private static boolean isAt(String local, InetSocketAddress wanted) {
        int colon = local.lastIndexOf(':');
        if (colon < 0 || !local.substring(colon + 1).equals(String.format("%04X", wanted.getPort()))) {
            return false;
        }
        String address = local.substring(0, colon);
        return address.chars().allMatch(digit -> digit == '0')
                || written(wanted.getAddress()).contains(address);
    }

    /** The tables of IPv6 also list an IPv4 address, mapped (RFC 4291, 2.5.5.2). */
    private static Set<String> written(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder());
        StringBuilder words = new StringBuilder();
        while (bytes.remaining() >= Integer.BYTES) {
            words.append(String.format("%08X", bytes.getInt()));
        }
        String mapped = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "FFFF0000" : "0000FFFF";
        return Set.of(words.toString(), "0".repeat(16) + mapped + words);
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors =
                Files.list(PROC.resolve(String.valueOf(pid)).resolve("fd"))) {
            return descriptors.anyMatch(fd -> sockets.contains(target(fd)));
        } catch (IOException | UncheckedIOException notOursOrGone) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    private static String words(ProcessHandle process) {
        String command = process.info().commandLine().orElse("of another user");
        return "process " + process.pid() + " (" + Fit.text(command, COMMAND_WIDTH) + ")";
    }
}
