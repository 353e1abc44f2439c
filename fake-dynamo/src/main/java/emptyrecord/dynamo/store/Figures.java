package emptyrecord.dynamo.store;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sizes of a table. They are stored with each write, so a start does not have to read the items.
 *
 * @param items how many there are
 * @param bytes of them as DynamoDB counts
 * @param rows bytes of their rows
 * @param indexes of each index's entries, by the index's number
 */
record Figures(long items, long bytes, long rows, Map<Integer, Entries> indexes) {

    static final Figures NONE = new Figures(0, 0, 0, Map.of());

    /**
     * Entries of an index.
     *
     * @param bytes of the attributes that the index shows, as DynamoDB counts
     * @param rows bytes of their rows
     */
    record Entries(long items, long bytes, long rows) {
        static final Entries NONE = new Entries(0, 0, 0);

        Entries plus(Entries more) {
            return new Entries(items + more.items, bytes + more.bytes, rows + more.rows);
        }
    }

    Entries of(int index) {
        return indexes.getOrDefault(index, Entries.NONE);
    }

    /** Bytes of all rows. */
    long stored() {
        return rows + indexes.values().stream().mapToLong(Entries::rows).sum();
    }

    Figures plus(long moreItems, long moreBytes, long moreRows) {
        return new Figures(items + moreItems, bytes + moreBytes, rows + moreRows, indexes);
    }

    Figures plus(int index, Entries more) {
        Map<Integer, Entries> after = new TreeMap<>(indexes);
        after.put(index, of(index).plus(more));
        return new Figures(items, bytes, rows, Map.copyOf(after));
    }

    Figures without(int index) {
        Map<Integer, Entries> after = new TreeMap<>(indexes);
        after.remove(index);
        return new Figures(items, bytes, rows, Map.copyOf(after));
    }

    byte[] row() {
        ByteBuffer row = ByteBuffer.allocate(3 * Long.BYTES + indexes.size() * (Integer.BYTES + 3 * Long.BYTES));
        row.putLong(items).putLong(bytes).putLong(rows);
        indexes.forEach((index, entries) ->
                row.putInt(index).putLong(entries.items).putLong(entries.bytes).putLong(entries.rows));
        return row.array();
    }

    static Figures of(byte[] row) {
        ByteBuffer in = ByteBuffer.wrap(row);
        long items = in.getLong();
        long bytes = in.getLong();
        long rows = in.getLong();
        Map<Integer, Entries> indexes = new TreeMap<>();
        while (in.hasRemaining()) {
            indexes.put(in.getInt(), new Entries(in.getLong(), in.getLong(), in.getLong()));
        }
        return new Figures(items, bytes, rows, Map.copyOf(indexes));
    }
}
