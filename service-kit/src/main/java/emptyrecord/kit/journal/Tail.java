package emptyrecord.kit.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Where the whole lines of a file end.
 *
 * @param lastLine where the last whole line begins; equal to {@code end} in a file without one
 * @param end behind the line feed of the last whole line; what follows was torn by a crash
 */
record Tail(long lastLine, long end) {

    private static final int BLOCK = 8 * 1024;

    static Tail of(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long end = afterLineFeedBefore(in, in.length());
            return new Tail(end == 0 ? 0 : afterLineFeedBefore(in, end - 1), end);
        }
    }

    /** The last whole line, without its line feed; nothing in a file without one. */
    byte[] read(Path file) throws IOException {
        byte[] line = new byte[Math.toIntExact(Math.max(0, end - lastLine - 1))];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(lastLine);
            in.readFully(line);
        }
        return line;
    }

    private static long afterLineFeedBefore(RandomAccessFile in, long position) throws IOException {
        byte[] block = new byte[BLOCK];
        for (long to = position; to > 0; ) {
            long from = Math.max(0, to - BLOCK);
            int length = (int) (to - from);
            in.seek(from);
            in.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }
}
