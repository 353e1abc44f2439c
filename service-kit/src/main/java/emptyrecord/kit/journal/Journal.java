package emptyrecord.kit.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of JSON lines. {@link #append} returns after the line is in the operating system's hands, so an
 * acknowledged line survives {@code kill -9} of the process; it is not forced to the disk, so a power cut may lose the
 * last ones. A line torn by a crash was never acknowledged and is cut off when the file is opened.
 */
public final class Journal<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final Class<T> type;
    private final JsonMapper json;
    private FileChannel channel;
    private long lines;

    public Journal(Path file, Class<T> type, JsonMapper json) {
        this.file = file;
        this.type = type;
        this.json = json;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            cutTornLine();
            this.channel = openForAppend();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + "; is its folder writable?", e);
        }
    }

    /** Feeds every line to {@code reader}, oldest first; a line that cannot be read stops with its number. */
    public synchronized void replay(Consumer<T> reader) {
        lines = 0;
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines++;
                reader.accept(json.readValue(line, type));
            }
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    file + " line " + lines + " is not a " + type.getSimpleName()
                            + "; move the file away to start empty",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void append(T value) {
        write(channel, value);
        lines++;
    }

    /** How many lines the file has, for the owner to decide when to {@link #rewrite}. */
    public synchronized long lines() {
        return lines;
    }

    /** Replaces the whole file by {@code values} in one atomic step. */
    public synchronized void rewrite(List<T> values) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (T value : values) {
                    write(out, value);
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel.close();
            channel = openForAppend();
            lines = values.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rewrite " + file, e);
        }
    }

    /** Writes one whole line or nothing: what a full disk left of it is cut off again, so that later lines stay readable. */
    private void write(FileChannel out, T value) {
        ByteBuffer line = ByteBuffer.wrap((json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long before = out.size();
            try {
                while (line.hasRemaining()) {
                    out.write(line);
                }
            } catch (IOException e) {
                out.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + "; is the disk full?", e);
        }
    }

    private FileChannel openForAppend() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void cutTornLine() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel whole = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = whole.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                whole.read(one, end - 1);
                if (one.get(0) == '\n') {
                    break;
                }
                end--;
            }
            if (end < whole.size()) {
                log.atWarn().log("{}: cut {} bytes of a line torn by a crash", file, whole.size() - end);
                whole.truncate(end);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
