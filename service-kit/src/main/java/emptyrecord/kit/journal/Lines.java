package emptyrecord.kit.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, as bytes; only a line feed ends a line. */
final class Lines implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private boolean whole;

    Lines(Path file) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** The next line without its line feed, or null at the end. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            line.write(b);
            b = in.read();
        }
        whole = b == '\n';
        return line.toByteArray();
    }

    /** Whether the line read last had its line feed. */
    boolean whole() {
        return whole;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
