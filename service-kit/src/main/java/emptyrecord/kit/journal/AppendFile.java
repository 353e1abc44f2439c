package emptyrecord.kit.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines that grows by whole lines or is replaced as a whole. The rest of a line that a full disk cut short is
 * removed, at once or before the next line. A replacement that could not be written leaves the file as it was and
 * nothing beside it.
 */
final class AppendFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AppendFile.class);

    /** Bytes of a replacement that are written at once. */
    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private final Disk disk;
    private Disk.Handle handle;
    private long end;
    private boolean torn;

    /** Writes the content of a replacement, line by line. */
    interface Content {
        void writeTo(Chunks out) throws IOException;
    }

    AppendFile(Path file, Disk disk) throws IOException {
        this.file = file;
        this.disk = disk;
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(replacement());
        long whole = Files.exists(file) ? Tail.of(file).end() : 0;
        this.handle = disk.open(file);
        this.end = whole;
        if (whole < handle.size()) {
            log.atWarn().log("{}: cut {} bytes of a line torn by a crash", file, handle.size() - whole);
            handle.truncate(whole);
        }
    }

    /** Writes one whole line or nothing. */
    void append(byte[] line) throws IOException {
        if (torn) {
            handle.truncate(end);
        }
        torn = true;
        try {
            handle.write(line);
            end += line.length;
        } catch (IOException e) {
            cutAfter(e);
            throw e;
        }
        torn = false;
    }

    /** Bytes of its whole lines. */
    long size() {
        return end;
    }

    private void cutAfter(IOException failure) {
        try {
            handle.truncate(end);
            torn = false;
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Puts {@code content} in the file's place in one atomic step. */
    void replaceBy(Content content) throws IOException {
        Disk.Handle fresh = null;
        boolean replaced = false;
        try {
            Files.deleteIfExists(replacement());
            fresh = disk.open(replacement());
            Chunks out = new Chunks(fresh);
            content.writeTo(out);
            out.flush();
            Files.move(replacement(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            replaced = true;
            closeQuietly(handle);
            handle = fresh;
            end = out.written;
            torn = false;
        } finally {
            if (!replaced) {
                closeQuietly(fresh);
                Files.deleteIfExists(replacement());
            }
        }
    }

    private Path replacement() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static void closeQuietly(Disk.@Nullable Handle open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            log.atDebug().setCause(e).log("closing");
        }
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }

    /** Collects lines, so that a long file is not written line by line. */
    static final class Chunks {

        private final Disk.Handle out;
        private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK);
        private long written;

        private Chunks(Disk.Handle out) {
            this.out = out;
        }

        void line(byte[] line) throws IOException {
            chunk.write(line, 0, line.length);
            if (chunk.size() >= CHUNK) {
                flush();
            }
        }

        private void flush() throws IOException {
            out.write(chunk.toByteArray());
            written += chunk.size();
            chunk.reset();
        }
    }
}
