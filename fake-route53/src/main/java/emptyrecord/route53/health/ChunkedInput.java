package emptyrecord.route53.health;

import java.io.IOException;
import java.io.InputStream;

/** The body in chunks of an HTTP answer (RFC 9112 section 7.1), read byte by byte; trailers are not read. */
final class ChunkedInput extends InputStream {

    private static final int SIZE_LINE_MAX = 64;
    private static final int HEX = 16;

    private final InputStream in;
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        left--;
        return in.read();
    }

    private void nextChunk() throws IOException {
        StringBuilder line = new StringBuilder();
        if (begun) {
            line(in, line, SIZE_LINE_MAX);
            line.setLength(0);
        }
        begun = true;
        line(in, line, SIZE_LINE_MAX);
        String size = line.toString().split(";", 2)[0].strip();
        try {
            left = Long.parseLong(size, HEX);
        } catch (NumberFormatException e) {
            throw new IOException("no chunk begins with '" + size + "'", e);
        }
        ended = left <= 0;
    }

    /**
     * Reads a line without its end.
     *
     * @param kept characters that are kept; the rest is read and forgotten
     * @return how many bytes it had
     */
    static int line(InputStream in, StringBuilder line, int kept) throws IOException {
        for (int bytes = 1; bytes < HttpProbe.LINE_BYTES_MAX; bytes++) {
            int next = in.read();
            if (next == '\n') {
                return bytes;
            }
            if (next < 0) {
                throw new IOException("the answer ended within a line");
            }
            if (next != '\r' && line.length() < kept) {
                line.append((char) next);
            }
        }
        throw new IOException("a line is too long");
    }
}
