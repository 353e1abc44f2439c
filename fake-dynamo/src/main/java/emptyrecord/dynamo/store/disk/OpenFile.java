package emptyrecord.dynamo.store.disk;

import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** A file of rows that is open. One thread at a time writes it; views of it are read by all. */
final class OpenFile implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;

    /** Few, so that an item of 1 MB is cacheable. */
    private static final int CACHE_SEGMENTS = 2;

    /** Bytes of a page; our choice. A write rewrites its page, and larger ones would cost more than they save. */
    private static final int PAGE = 4096;

    /** Commits between looks at the space that old rows leave; our choice. */
    private static final int TIDY_EVERY = 64;

    /** Share of a chunk in percent below which its rows are copied to a new one; our choice. */
    private static final int FILL_MIN = 50;

    private final CommittedFile file;
    private final MVStore store;
    private final MVMap<byte[], byte[]> map;
    private final Recovered recovered;
    private volatile View view;
    private long commits;

    /** @throws org.h2.mvstore.MVStoreException if it cannot be opened */
    OpenFile(Place place) {
        Map<String, Object> config = Map.of(
                "cacheSize",
                Math.toIntExact(Math.max(1, place.cacheBytes() / MEGABYTE)),
                "cacheConcurrency",
                CACHE_SEGMENTS,
                "pageSplitSize",
                PAGE);
        file = new CommittedFile(config, place.durability());
        try {
            file.open(place.file(), false, null);
            long sealed = file.repairHeader();
            store = new MVStore.Builder()
                    .adoptFileStore(file)
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            refuseUnless(sealed);
        } catch (RuntimeException e) {
            closeQuietly();
            throw e;
        }
        // with a force between commits, space may be used again as soon as no view needs it
        store.setRetentionTime(0);
        recovered = new Recovered(Math.max(0, store.getCurrentVersion()), file.size(), !file.wasRunning());
        map = store.openMap(
                "rows",
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        file.hold();
        view = now();
    }

    /** MVStore falls back to an older commit without a word if it finds the last one damaged. */
    private void refuseUnless(long sealed) {
        if (sealed > 0 && store.getCurrentVersion() != sealed) {
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_FILE_CORRUPT,
                    "The last commit is {0}, but only {1} can be read",
                    sealed,
                    store.getCurrentVersion());
        }
    }

    private void closeQuietly() {
        try {
            file.close();
        } catch (RuntimeException e) {
            // the first failure is the one to report
        }
    }

    Recovered recovered() {
        return recovered;
    }

    private View now() {
        return new View(map, store.registerVersionUsage(), store::deregisterVersionUsage);
    }

    /** The rows after the last commit; the caller enters and leaves it. */
    View view() {
        return view;
    }

    /**
     * Carries out all batches and returns when they survive; then they are in the view.
     *
     * @throws RuntimeException if the disk does not take them; the file is unusable then
     */
    void commit(List<Batch> batches) {
        for (Batch batch : batches) {
            batch.forEach((key, value) -> {
                if (value == null) {
                    map.remove(key);
                } else {
                    map.put(key, value);
                }
            });
        }
        store.commit();
        file.seal();
        publish();
        commits++;
    }

    private void publish() {
        View before = view;
        view = now();
        before.leave();
    }

    /** Now and then, copies rows out of chunks that are mostly obsolete, a megabyte at a time. */
    void tidy() {
        if (commits % TIDY_EVERY == 0 && store.compact(FILL_MIN, MEGABYTE)) {
            file.seal();
            file.shrink();
            publish();
        }
    }

    long bytes() {
        return file.size();
    }

    /** Whether a failure closed it. */
    boolean isClosed() {
        return store.isClosed();
    }

    /** Writes nothing more. */
    void closeAsItIs() {
        store.closeImmediately();
        closeQuietly();
    }

    /** MVStore's own way to close writes without an order; the last commit is sealed like the others. */
    @Override
    public void close() {
        try {
            store.commit();
            file.sealForGood();
            file.shrink();
        } finally {
            closeAsItIs();
        }
    }
}
