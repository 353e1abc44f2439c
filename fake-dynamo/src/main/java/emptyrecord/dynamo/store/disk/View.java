package emptyrecord.dynamo.store.disk;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore.TxCounter;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The rows after one commit. While it has users, no page that it needs is overwritten. */
final class View implements Snapshot {

    private final MVMap<byte[], byte[]> map;
    private final RootReference<byte[], byte[]> root;
    private final TxCounter usage;
    private final Consumer<TxCounter> release;

    /** The first is whoever published it. */
    private final AtomicInteger users = new AtomicInteger(1);

    View(MVMap<byte[], byte[]> map, TxCounter usage, Consumer<TxCounter> release) {
        this.map = map;
        this.root = map.flushAndGetRoot();
        this.usage = usage;
        this.release = release;
    }

    /** False if it is no longer in use; there is a newer one then. */
    boolean enter() {
        return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            release.accept(usage);
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return map.get(root.root, key);
    }

    @Override
    public Iterator<Row> rows(KeyRange range, boolean forward) {
        byte[] first = forward ? range.from() : range.to();
        byte[] last = forward ? range.to() : range.from();
        return new Rows(map.cursor(root, first, last, !forward), range.to());
    }

    /** A cursor includes both ends; a range does not include its end. */
    private static final class Rows implements Iterator<Row> {

        private final Cursor<byte[], byte[]> cursor;
        private final byte[] end;
        private @Nullable Row next;

        Rows(Cursor<byte[], byte[]> cursor, byte[] end) {
            this.cursor = cursor;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            while (next == null && cursor.hasNext()) {
                byte[] key = cursor.next();
                if (!Arrays.equals(key, end)) {
                    next = new Row(key, cursor.getValue());
                }
            }
            return next != null;
        }

        @Override
        public Row next() {
            Row found = hasNext() ? next : null;
            if (found == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return found;
        }
    }
}
