package emptyrecord.kit.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of plain JSON lines for others to read: {@code jq}, a notebook, a later version. It has no numbers and
 * checksums of its own; a service keeps its state in a {@link Journal}.
 */
public final class JsonLines<T> implements AutoCloseable {

    private final Path file;
    private final JsonMapper json;
    private final AppendFile disk;

    public JsonLines(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
        try {
            this.disk = new AppendFile(file, Disk.LOCAL);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + "; is its folder writable?", e);
        }
    }

    public synchronized void append(T value) {
        writing(() -> disk.append(line(value)));
    }

    /** Replaces the whole file in one atomic step; it stays as it was if that fails. */
    public synchronized void replaceBy(List<T> values) {
        writing(() -> disk.replaceBy(out -> {
            for (T value : values) {
                out.line(line(value));
            }
        }));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + "; is the disk full?", e);
        }
    }

    private byte[] line(T value) {
        byte[] bytes = json.writeValueAsBytes(value);
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }

    /**
     * All values of a file, which is left as it is. A last line that a crash has torn is left out.
     *
     * @throws UnreadableLineException for a line that holds no {@code type}
     */
    public static <T> List<T> read(Path file, Class<T> type, JsonMapper json) throws IOException {
        ValueReader<T> values = ValueReader.lenient(type, json);
        List<T> all = new ArrayList<>();
        try (Lines in = new Lines(file)) {
            for (byte[] line = in.next(); line != null; line = in.next()) {
                try {
                    all.add(values.read(line));
                } catch (IllegalArgumentException e) {
                    if (in.whole()) {
                        throw new UnreadableLineException(file, all.size() + 1L, e);
                    }
                }
            }
        }
        return all;
    }

    @Override
    public synchronized void close() {
        writing(disk::close);
    }
}
