package emptyrecord.dynamo.store;

import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Durability;
import emptyrecord.dynamo.store.disk.Recovered;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store of a folder, makes it if there is none, and says what it found. */
public final class StoreStart {

    private static final Logger log = LoggerFactory.getLogger(StoreStart.class);

    /** Version of the form of the rows. */
    private static final int FORMAT = 1;

    private static final StoreLimits NONE = new StoreLimits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    private StoreStart() {}

    /**
     * Opens the store.
     *
     * @param folder is made if it is missing
     * @param cacheBytes heap for rows that were read
     * @throws StoreFailure if the file cannot be used; the message says what to do
     */
    public static Store open(Path folder, Durability durability, long cacheBytes, StoreLimits limits) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + "; is the folder above it writable?", e);
        }
        return open(StoreFiles.in(folder, durability, cacheBytes), limits);
    }

    static Store open(StoreFiles files, StoreLimits limits) {
        OlderJournal journal = new OlderJournal(files.journal());
        if (!RowStore.exists(files.rows())) {
            RowStore.create(files.place(), rows -> make(rows, journal));
        }
        RowStore rows = new RowStore(files.place());
        try {
            journal.retire(linesTaken(rows));
            Store store = new Store(rows, limits);
            report(store, rows.recovered());
            return store;
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static void make(RowStore rows, OlderJournal journal) {
        Store store = new Store(rows, NONE);
        long lines = journal.into(store);
        Batch format = new Batch();
        format.put(
                RowKeys.FORMAT,
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                        .putInt(FORMAT)
                        .putLong(lines)
                        .array());
        rows.draft().submit(format).await();
        store.close();
    }

    private static long linesTaken(RowStore rows) {
        byte[] row = rows.draft().get(RowKeys.FORMAT);
        if (row == null || ByteBuffer.wrap(row).getInt() != FORMAT) {
            throw new StoreFailure(
                    "The tables' file has a form that this version does not know; start the version that wrote it");
        }
        return ByteBuffer.wrap(row).getLong(Integer.BYTES);
    }

    private static void report(Store store, Recovered found) {
        List<TableSummary> tables = store.summaries();
        log.atInfo()
                .addKeyValue("tables", tables.size())
                .addKeyValue(
                        "items", tables.stream().mapToLong(TableSummary::items).sum())
                .addKeyValue("storedBytes", store.summary().storedBytes())
                .addKeyValue("fileBytes", found.bytes())
                .addKeyValue("version", found.version())
                .addKeyValue("closedBefore", found.ended())
                .log(
                        found.ended()
                                ? "the tables are open"
                                : "the tables are open; the last process did not close them, and all that it"
                                        + " acknowledged is there");
    }
}
