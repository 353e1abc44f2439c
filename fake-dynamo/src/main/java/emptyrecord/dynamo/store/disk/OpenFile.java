package emptyrecord.dynamo.store.disk;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * A file of rows that is open. One thread at a time writes it; views of it are read by all. A commit goes into the
 * {@link CommitLog} and then into the tree in memory; a {@linkplain #checkpoint checkpoint} now and then writes the tree's
 * new pages, after which the log begins again.
 */
final class OpenFile implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;

    /** Few, so that an item of 1 MB is cacheable. */
    private static final int CACHE_SEGMENTS = 2;

    /** Bytes of a page; our choice. A write rewrites its page, and larger ones would cost more than they save. */
    private static final int PAGE = 4096;

    /** Bytes of the log after which a checkpoint is due; our choice. A start reads no more than that. */
    private static final int LOG_BYTES = MEGABYTE;

    /** The same for the heap of pages that are not in the file yet. */
    private static final int UNSAVED_BYTES = MEGABYTE;

    /** Bytes of rows that one compaction copies; our choice. */
    private static final int COPIED_BYTES = MEGABYTE;

    /** Checkpoints after which a compaction does not wait for a pause; our choice. */
    private static final int UNCOMPACTED_MAX = 8;

    private static final SecureRandom KEYS = new SecureRandom();

    /** Share of a chunk in percent below which its rows are copied to a new one; our choice. */
    private static final int FILL_MIN = 50;

    private final CommittedFile file;
    private final MVStore store;
    private final MVMap<byte[], byte[]> map;
    private final Recovered recovered;
    private final CommitLog log;
    private volatile View view;

    /** Checkpoints since chunks were compacted: there may be more that are mostly obsolete. */
    private int uncompacted;

    /** A checkpoint comes first: the log on the disk is not known to be one that can be continued. */
    private boolean fresh = true;

    /**
     * Opens the file as the last acknowledged commit left it.
     *
     * @throws org.h2.mvstore.MVStoreException if it cannot be opened
     */
    OpenFile(Place place, Acknowledged last) {
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
            refuseWithoutLog(place);
            log = new CommitLog(place.log(), place.durability());
        } catch (RuntimeException | Error e) {
            closeQuietly();
            throw e;
        }
        try {
            // with a force between commits, space may be used again as soon as no view needs it
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            recovered = new Recovered(Math.max(0, store.getCurrentVersion()), file.size(), !file.wasRunning());
            map = rows(store);
            file.hold();
            if (hasLog()) {
                log.replay(file.log(), last.of(file.log()), this::apply);
            }
            view = now();
        } catch (RuntimeException | Error e) {
            closeAsItIs();
            throw e;
        }
    }

    private static MVMap<byte[], byte[]> rows(MVStore store) {
        return store.openMap(
                "rows",
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /** What a closed file, or one of an older version, needs no more is in no log. */
    private boolean hasLog() {
        return file.wasRunning() && file.log() != 0;
    }

    private void refuseWithoutLog(Place place) {
        if (hasLog() && !CommitLog.exists(place.log())) {
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_FILE_CORRUPT,
                    "The log {0} is missing; it belongs to the file until a process has closed it",
                    place.log());
        }
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
        if (fresh || isDue() || exceeds(batches)) {
            checkpoint();
            compactIfLate();
        }
        log.append(batches);
        batches.forEach(this::apply);
        log.acknowledge();
        publish();
    }

    /** Whether a group would make the log, or the pages that are not in the file yet, larger than they may be. */
    private boolean exceeds(List<Batch> batches) {
        long bytes = batches.stream().mapToLong(Batch::bytes).sum();
        return log.end() > 0 && (log.end() + bytes > LOG_BYTES || store.getUnsavedMemory() + bytes > UNSAVED_BYTES);
    }

    private void apply(Batch batch) {
        batch.forEach((key, value) -> {
            if (value == null) {
                map.remove(key);
            } else {
                map.put(key, value);
            }
        });
    }

    private void publish() {
        View before = view;
        view = now();
        before.leave();
    }

    /** Whether a checkpoint is due; for any thread. */
    boolean isDue() {
        return log.end() >= LOG_BYTES || store.getUnsavedMemory() >= UNSAVED_BYTES;
    }

    /** If it is time, writes what the log has into the tree, while nobody waits for it. */
    void tidy() {
        if (isDue()) {
            checkpoint();
        }
        if (uncompacted > 0) {
            compact();
        }
    }

    /** Writes the tree's new pages, so that the log can begin again. */
    private void checkpoint() {
        store.commit();
        seal();
        publish();
        fresh = false;
        uncompacted++;
    }

    /** Writers that leave no pause are no reason for the file to grow. */
    private void compactIfLate() {
        if (uncompacted >= UNCOMPACTED_MAX) {
            compact();
        }
    }

    /**
     * Copies rows out of chunks that are mostly obsolete, a part at a time, and writes the copies: pages that stayed in
     * memory would make the next checkpoint due at once.
     */
    private void compact() {
        boolean copied = store.compact(FILL_MIN, COPIED_BYTES);
        if (copied) {
            checkpoint();
            file.shrink();
        }
        uncompacted = 0;
    }

    private void seal() {
        long key = KEYS.nextLong() >>> 1 | 1;
        file.seal(key);
        log.begin(key);
    }

    /** How far the log is acknowledged. */
    Acknowledged acknowledged() {
        return log.acknowledged();
    }

    long bytes() {
        return file.size() + log.size();
    }

    /** Whether a failure closed it. */
    boolean isClosed() {
        return store.isClosed();
    }

    /** Writes nothing more. */
    void closeAsItIs() {
        store.closeImmediately();
        log.close();
        closeQuietly();
    }

    /** MVStore's own way to close writes without an order; the last commit is sealed like the others. */
    @Override
    public void close() {
        try {
            store.commit();
            file.sealForGood();
            log.delete();
            file.shrink();
        } finally {
            closeAsItIs();
        }
    }
}
