package emptyrecord.dynamo.store.stream;

import emptyrecord.dynamo.store.disk.KeyRange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where streams are stored: rows that begin with 2 and a letter. Definitions are ordered by the table's name, then by
 * time; the other rows of a stream follow its table's number and its time.
 */
final class StreamKeys {

    static final KeyRange DEFINITIONS = KeyRange.startingWith(new byte[] {2, 'd'});

    private static final int ID = 2 + Integer.BYTES + Long.BYTES;

    private StreamKeys() {}

    static byte[] definition(String table, long since) {
        byte[] name = table.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + name.length + 1 + Long.BYTES)
                .put((byte) 2)
                .put((byte) 'd')
                .put(name)
                .put((byte) 0)
                .putLong(since)
                .array();
    }

    /** All definitions of a table's streams. */
    static KeyRange definitions(String table) {
        byte[] one = definition(table, 0);
        byte[] prefix = Arrays.copyOf(one, one.length - Long.BYTES);
        return KeyRange.startingWith(prefix);
    }

    static byte[] tail(StreamId id) {
        return id('t', id, 0).array();
    }

    static byte[] head(StreamId id) {
        return id('h', id, 0).array();
    }

    static byte[] shard(StreamId id, int shard) {
        return id('s', id, Integer.BYTES).putInt(shard).array();
    }

    static int shardOf(byte[] key) {
        return ByteBuffer.wrap(key, ID, Integer.BYTES).getInt();
    }

    static KeyRange shards(StreamId id) {
        return KeyRange.startingWith(id('s', id, 0).array());
    }

    static byte[] entry(StreamId id, long number) {
        return id('r', id, Long.BYTES).putLong(number).array();
    }

    static long numberOf(byte[] key) {
        return ByteBuffer.wrap(key, ID, Long.BYTES).getLong();
    }

    static KeyRange records(StreamId id) {
        return KeyRange.startingWith(id('r', id, 0).array());
    }

    private static ByteBuffer id(char kind, StreamId id, int more) {
        return ByteBuffer.allocate(ID + more)
                .put((byte) 2)
                .put((byte) kind)
                .putInt(id.table())
                .putLong(id.since());
    }
}
