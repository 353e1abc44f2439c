package emptyrecord.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the operating system says of memory, through {@code ps}, which Linux and macOS both have. */
final class Memory {

    private Memory() {}

    /** A process's resident set in MiB, 0 when it cannot be told. */
    static long residentMebibytes(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            try (BufferedReader out = ps.inputReader(StandardCharsets.US_ASCII)) {
                String line = out.readLine();
                return line == null ? 0 : Long.parseLong(line.strip()) / 1024;
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
