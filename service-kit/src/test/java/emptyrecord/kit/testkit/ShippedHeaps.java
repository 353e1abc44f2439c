package emptyrecord.kit.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heaps that {@code ./lab} gives the services, read where they stand, for tests that start one as a process. */
public final class ShippedHeaps {

    private static final Path REGION = Path.of("../lab-cli/src/main/java/emptyrecord/lab/home/RegionLayout.java");

    private ShippedHeaps() {}

    /**
     * @param jar the service's jar without the ending, for example {@code dns-enactor}
     * @return its largest heap in megabytes
     * @throws IllegalStateException if the launcher has no such service
     */
    public static int megabytes(String jar) {
        Matcher heap = Pattern.compile("\"" + jar + "\", [\\w.()]+, (\\d+)\\)").matcher(region());
        if (!heap.find()) {
            throw new IllegalStateException(REGION + " has no heap for " + jar);
        }
        return Integer.parseInt(heap.group(1));
    }

    private static String region() {
        try {
            return Files.readString(REGION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
