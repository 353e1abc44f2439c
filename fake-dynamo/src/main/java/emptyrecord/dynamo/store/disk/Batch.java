package emptyrecord.dynamo.store.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Changes of rows that take effect together or not at all. One thread makes it; nobody changes it afterwards. */
public final class Batch {

    private record Change(byte[] key, byte @Nullable [] value) {}

    private final List<Change> changes = new ArrayList<>();
    private long bytes;

    public void put(byte[] key, byte[] value) {
        changes.add(new Change(key, value));
        bytes += key.length + value.length;
    }

    public void remove(byte[] key) {
        changes.add(new Change(key, null));
        bytes += key.length;
    }

    int size() {
        return changes.size();
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Length of all keys and values. */
    public long bytes() {
        return bytes;
    }

    /** In the order in which they were added; a value of null removes the row. */
    void forEach(BiConsumer<byte[], byte @Nullable []> visitor) {
        changes.forEach(change -> visitor.accept(change.key, change.value));
    }
}
