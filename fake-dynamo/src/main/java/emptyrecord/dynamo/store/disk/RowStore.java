package emptyrecord.dynamo.store.disk;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows on disk, ordered by key, in one file of H2's MVStore. A {@link Batch} survives whole or not at all. One thread at a
 * time commits: it collects the batches that wait, writes them together and forces them to the disk once. That is a
 * writer for one group, and then a thread of the store's own, which also does checkpoints. Readers see a snapshot with all
 * that survives and nothing else, and wait for nobody.
 *
 * <p>When the disk does not take a commit, its writers and all behind it are refused, the file is opened again at its
 * last commit, and the next write is tried anew. While it cannot be opened, reads and writes are refused.
 */
public final class RowStore implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RowStore.class);

    /** Real time between attempts to open the file again, and for which a reader waits for that. */
    private static final long RETRY_MILLIS = 1000;

    private final Place place;
    private final Queue queue = new Queue(this::lead);
    private final ReentrantLock committing = new ReentrantLock();
    private final Recovered recovered;
    private final Thread committer;
    private volatile OpenFile open;
    private volatile long failures;

    /** @throws StoreFailure if the file cannot be opened; the message says what to do */
    public RowStore(Place place) {
        this.place = place;
        this.open = open(place);
        this.recovered = open.recovered();
        this.committer = Thread.ofPlatform().name("store-commit").daemon().start(this::commitAll);
    }

    private static OpenFile open(Place place) {
        try {
            return new OpenFile(place, Acknowledged.WHATEVER_IS_WHOLE);
        } catch (MVStoreException e) {
            throw new StoreFailure(Advice.of(place, e), e);
        }
    }

    public static boolean exists(String file) {
        return FilePath.get(file).exists();
    }

    /**
     * Makes the file with its first rows in one step: a start finds all of them or no file.
     *
     * @param first writes them and waits for them
     */
    public static void create(Place place, Consumer<RowStore> first) {
        FilePath made = FilePath.get(place.file() + ".new");
        made.delete();
        try (RowStore store = new RowStore(new Place(place.file() + ".new", place.durability(), place.cacheBytes()))) {
            first.accept(store);
        }
        made.moveTo(FilePath.get(place.file()), true);
        Folders.force(place.file());
    }

    /** What the file held when it was opened first. */
    public Recovered recovered() {
        return recovered;
    }

    /**
     * Runs {@code reader} on the rows that survive. It may run twice.
     *
     * @throws StoreFailure if the file cannot be read now
     */
    public <R> R read(Function<Snapshot, R> reader) {
        OpenFile file = open;
        try {
            return readOnce(file, reader);
        } catch (MVStoreException e) {
            if (!isReplaced(file)) {
                throw new StoreFailure(Advice.of(place, e), e);
            }
            return readAgain(reader);
        }
    }

    private <R> R readAgain(Function<Snapshot, R> reader) {
        try {
            return readOnce(open, reader);
        } catch (MVStoreException e) {
            throw new StoreFailure(Advice.of(place, e), e);
        }
    }

    /** A failed commit closes the file under its readers; it is opened again at once, or cannot be. */
    private boolean isReplaced(OpenFile file) {
        try {
            for (int attempt = 0; file == open && file.isClosed() && attempt < 2; attempt++) {
                queue.awaitMended(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return file != open;
    }

    private static <R> R readOnce(OpenFile file, Function<Snapshot, R> reader) {
        View view = file.view();
        while (!view.enter()) {
            view = file.view();
        }
        try {
            return reader.apply(view);
        } finally {
            view.leave();
        }
    }

    /** Begins a decision on the newest rows. */
    public Draft draft() {
        return new Draft(this, queue.generation());
    }

    /** Batches on their way first: a row leaves them after it has come into the snapshot. */
    Queue.Found newest(byte[] key) {
        Queue.Found found = queue.find(key);
        return found.by() != null ? found : read(snapshot -> new Queue.Found(null, snapshot.get(key)));
    }

    Pending submit(Batch batch, long generation) {
        return queue.add(batch, generation);
    }

    /** Length of the file in bytes. */
    public long bytes() {
        return open.bytes();
    }

    /** Commits that failed since the start. */
    public long failures() {
        return failures;
    }

    /** Whether writes are refused because the file could not be opened again after a failure. */
    public boolean isBroken() {
        return queue.broken() != null;
    }

    /** A writer commits what waits, once. Whoever has the lock looks again after it. */
    private void lead() {
        if (Thread.currentThread().isInterrupted()) {
            // it would close the file, as the JDK does under a thread that is interrupted
            queue.call();
            return;
        }
        if (!committing.tryLock()) {
            return;
        }
        try {
            commit(queue.take());
        } catch (Error e) {
            queue.call();
            throw e;
        } finally {
            committing.unlock();
        }
        if (!queue.isEmpty() || queue.broken() != null || open.isDue()) {
            queue.call();
        }
    }

    private void commitAll() {
        try {
            while (queue.awaitCall()) {
                goOn();
            }
            commitWaiting();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An Error has broken off what waited; without this thread nobody would open the file again. */
    private void goOn() throws InterruptedException {
        try {
            commitWaiting();
        } catch (Error e) {
            log.atError().setCause(e).log("a commit ended early; the file is opened again");
            queue.call();
        }
    }

    private void commitWaiting() throws InterruptedException {
        committing.lock();
        try {
            for (List<Queue.Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
                commit(group);
            }
            tidy();
            mend();
        } finally {
            committing.unlock();
        }
        if (!queue.isEmpty()) {
            queue.call();
        }
    }

    private void commit(List<Queue.Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            open.commit(group.stream().map(Queue.Waiting::batch).toList());
            queue.done(group);
        } catch (RuntimeException e) {
            breakOff(group, e);
        } catch (Error e) {
            breakOff(group, e);
            throw e;
        }
    }

    private void tidy() {
        if (queue.broken() == null) {
            try {
                open.tidy();
            } catch (RuntimeException e) {
                breakOff(List.of(), e);
            } catch (Error e) {
                breakOff(List.of(), e);
                throw e;
            }
        }
    }

    /** The file is unusable from here to {@link #mend}; nothing new waits meanwhile. */
    private void breakOff(List<Queue.Waiting> group, Throwable why) {
        failures++;
        log.atError().setCause(why).addKeyValue("file", place.file()).log("the disk did not take a commit");
        queue.breakOff(group, new StoreFailure(Advice.of(place, why), why));
    }

    private void mend() throws InterruptedException {
        if (queue.broken() == null) {
            return;
        }
        Acknowledged last = open.acknowledged();
        open.closeAsItIs();
        while (!reopened(last)) {
            if (queue.ended()) {
                return;
            }
            queue.awaitMended(RETRY_MILLIS);
        }
        queue.mend();
    }

    private boolean reopened(Acknowledged last) {
        try {
            open = new OpenFile(place, last);
            log.atInfo()
                    .addKeyValue("file", place.file())
                    .addKeyValue("version", open.recovered().version())
                    .log("the file is open again, at its last commit");
            return true;
        } catch (RuntimeException | Error e) {
            log.atError().setCause(e).addKeyValue("file", place.file()).log("the file cannot be opened again");
            return false;
        }
    }

    /** Commits what waits, then closes the file. */
    @Override
    public void close() {
        queue.end();
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!open.isClosed()) {
            closeFile();
        }
    }

    private void closeFile() {
        try {
            open.close();
        } catch (MVStoreException e) {
            log.atWarn().setCause(e).log("the file could not be closed; the next start finds its last commit");
        }
    }
}
