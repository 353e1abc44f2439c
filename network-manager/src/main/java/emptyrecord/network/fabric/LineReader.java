package emptyrecord.network.fabric;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines that end in LF or CRLF, up to a given length. */
final class LineReader {

    private final InputStream in;
    private final byte[] buffer = new byte[512];
    private int next;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * @param bytesMax longest line that is accepted, its end included
     * @return empty at the end of the stream, also when it ends within a line
     * @throws IllegalArgumentException if the line is longer
     */
    Optional<String> line(int bytesMax) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int b = read(); b >= 0; b = read()) {
            if (b == '\n') {
                return Optional.of(withoutCr(line));
            }
            if (line.size() + 1 >= bytesMax) {
                throw new IllegalArgumentException("a line or header is longer than " + bytesMax + " bytes");
            }
            line.write(b);
        }
        return Optional.empty();
    }

    /** Reads and discards input, until the other side closes or the socket times out. */
    boolean skip() throws IOException {
        next = 0;
        end = in.read(buffer);
        return end >= 0;
    }

    private int read() throws IOException {
        if (next >= end) {
            next = 0;
            end = in.read(buffer);
            if (end <= 0) {
                return -1;
            }
        }
        return buffer[next++] & 0xff;
    }

    private static String withoutCr(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
