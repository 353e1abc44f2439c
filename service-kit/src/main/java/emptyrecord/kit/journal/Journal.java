package emptyrecord.kit.journal;

import emptyrecord.kit.journal.JournalListener.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of JSON lines, each with its number and a checksum ({@link Seal}). {@link #append} returns after
 * the line is in the operating system's hands, so an acknowledged line survives {@code kill -9} of the process; it is not
 * forced to the disk, so a power cut may lose the last ones. A line torn by a crash was never acknowledged and is cut off
 * when the file is opened; anything else that does not fit is refused with file, line and what to do.
 *
 * <p>A {@link Compaction} keeps it from growing without bound. A lost end of whole lines cannot be detected: the file
 * looks as if they were not written yet.
 */
public final class Journal<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final JsonMapper json;
    private final ValueReader<T> values;
    private final JournalListener listener;
    private final AppendFile disk;
    private final Retry retry = new Retry();
    private Seal last;

    /** Length of the file when it was last rewritten; 0 after a start. */
    private long rewritten;

    /** Where a journal lies and who counts what happens to it. */
    record Place(Path file, Disk disk, JournalListener listener) {}

    public Journal(Path file, Class<T> type, JsonMapper json) {
        this(new Place(file, Disk.LOCAL, JournalListener.NONE), type, json);
    }

    Journal(Place place, Class<T> type, JsonMapper json) {
        this.file = place.file();
        this.json = json;
        this.values = ValueReader.strict(type, json);
        this.listener = place.listener();
        try {
            this.disk = new AppendFile(file, place.disk());
            this.last = lastSeal();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + "; is its folder writable?", e);
        }
    }

    private Seal lastSeal() throws IOException {
        byte[] line = Tail.of(file).read(file);
        try {
            return line.length == 0 ? Seal.START : Seal.parse(line).seal();
        } catch (IllegalArgumentException e) {
            replay(value -> {});
            throw e;
        }
    }

    /**
     * Feeds every line to {@code reader}, oldest first.
     *
     * @throws UnreadableLineException for the first line that is not what was appended, or that {@code reader} refuses
     */
    public synchronized void replay(Consumer<T> reader) {
        Seal seal = Seal.START;
        try (Lines in = new Lines(file)) {
            for (byte[] line = in.next(); line != null; line = in.next()) {
                seal = replay(seal, line, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        last = seal;
    }

    private Seal replay(Seal before, byte[] line, Consumer<T> reader) {
        try {
            Seal.Sealed sealed = Seal.parse(line);
            before.refuseUnlessNext(sealed);
            reader.accept(values.read(sealed.value()));
            return sealed.seal();
        } catch (RuntimeException e) {
            throw new UnreadableLineException(file, before.line() + 1, e);
        }
    }

    /** @throws UncheckedIOException if the line could not be written; then nothing of it is left */
    public synchronized void append(T value) {
        byte[] bytes = json.writeValueAsBytes(value);
        Seal next = last.next(bytes);
        try {
            disk.append(next.write(bytes));
        } catch (IOException e) {
            listener.happened(Outcome.APPEND_FAILED);
            throw new UncheckedIOException("cannot write " + file + "; is the disk full?", e);
        }
        last = next;
    }

    /** How many lines the file has. */
    public synchronized long lines() {
        return last.line();
    }

    /**
     * How long the file is.
     *
     * @param growth bytes since it was rewritten; after a start all that it has
     * @param mayBeRewritten false while the last failure to do so is too near to try again
     */
    record Extent(long lines, long growth, boolean mayBeRewritten) {}

    synchronized Extent extent() {
        return new Extent(last.line(), disk.size() - rewritten, !retry.waits(last.line()));
    }

    /** Rewrites the file as {@code live} in one atomic step; false if it stays as it is because that failed. */
    synchronized boolean rewrite(LiveState<T> live) {
        try {
            replaceBy(live.values());
        } catch (IOException | RuntimeException e) {
            compactionFailed(e);
            return false;
        }
        listener.happened(Outcome.COMPACTED);
        if (retry.succeeded()) {
            log.atInfo().log("{} could be rewritten again, as {} lines", file, last.line());
        }
        return true;
    }

    private void compactionFailed(Exception e) {
        listener.happened(Outcome.COMPACTION_FAILED);
        if (retry.failed(last.line())) {
            log.atError()
                    .setCause(e)
                    .log(
                            "cannot rewrite {} and go on with its {} lines, trying again later; is the disk full?",
                            file,
                            last.line());
        }
    }

    private void replaceBy(Iterable<T> snapshot) throws IOException {
        Seal[] end = {Seal.START};
        disk.replaceBy(out -> {
            for (T value : snapshot) {
                byte[] bytes = json.writeValueAsBytes(value);
                end[0] = end[0].next(bytes);
                out.line(end[0].write(bytes));
            }
        });
        last = end[0];
        rewritten = disk.size();
    }

    @Override
    public synchronized void close() {
        try {
            disk.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
