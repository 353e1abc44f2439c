package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.stream.StreamReader;
import emptyrecord.dynamo.store.stream.StreamTrimmer;
import java.time.InstantSource;
import java.util.function.Function;

/** The streams of all tables: reading them, and what ends. Writes come into them with their transaction. */
public final class Streams {

    private final RowStore rows;
    private final InstantSource clock;
    private final StreamTrimmer trimmer;

    Streams(RowStore rows, StoreLimits limits) {
        this.rows = rows;
        this.clock = limits.clock();
        this.trimmer = new StreamTrimmer(rows, limits.streamed());
    }

    /** Runs {@code reader} on the streams as they are at one moment; it may run twice. */
    public <R> R read(Function<StreamReader, R> reader) {
        return rows.read(snapshot -> reader.apply(new StreamReader(snapshot)));
    }

    /** Removes records that are too old. */
    public void trim() {
        trimmer.trim(clock.instant());
    }

    /** Bytes on disk of all records. */
    public long bytes() {
        return trimmer.used();
    }

    /** Records survive now. */
    void grew(long bytes) {
        trimmer.grew(bytes);
    }

    /** The options of a table changed. */
    void changed(TableOptions before, TableOptions after) {
        if (after.openStream().isPresent() && !after.openStream().equals(before.openStream())) {
            trimmer.opened();
        }
    }
}
