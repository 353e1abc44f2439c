package emptyrecord.dynamo.store.stream;

import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Draft;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * Adds records to a stream, in the batch of the writes that they tell of: a record is there if and only if its write is.
 * The caller holds the table's lock, so the numbers of records have the order of the writes.
 */
public final class StreamLog {

    /** Incident time after which the next record begins another shard; the service takes about as long. */
    public static final Duration SHARD = Duration.ofHours(4);

    /** Bytes of the rows that a stream has besides its records, rather too many. */
    private static final int OWN = 256;

    private final StreamId id;
    private final Batch batch;
    private final long before;
    private StreamTail tail;

    /** @throws IllegalStateException if the stream was not opened */
    public StreamLog(StreamId id, Draft draft, Batch batch) {
        this.id = id;
        this.batch = batch;
        byte[] row = draft.get(StreamKeys.tail(id));
        if (row == null) {
            throw new IllegalStateException("stream " + id + " was not opened");
        }
        this.tail = StreamTail.of(row);
        this.before = tail.bytes();
    }

    public void append(StreamEntry entry) {
        long number = tail.last() + 1;
        long now = entry.at().toEpochMilli();
        if (now - tail.shardSince() >= SHARD.toMillis()) {
            tail = new StreamTail(tail.last(), tail.bytes(), tail.shard() + 1, now);
            batch.put(StreamKeys.shard(id, tail.shard()), shard(number, now));
        }
        byte[] key = StreamKeys.entry(id, number);
        byte[] row = entry.row();
        batch.put(key, row);
        tail = new StreamTail(number, tail.bytes() + key.length + row.length, tail.shard(), tail.shardSince());
    }

    /** The last record of the batch. */
    public void end() {
        batch.put(StreamKeys.tail(id), tail.row());
    }

    /** Bytes that the records so far take. */
    public long growth() {
        return tail.bytes() - before;
    }

    /** Whether there was such a stream lately: its table's name and its time are in its ARN. */
    public static boolean isTaken(String table, long since, Draft draft) {
        return draft.get(StreamKeys.definition(table, since)) != null;
    }

    /** A new stream with one empty shard. */
    public static void open(StreamInfo info, Batch batch) {
        long since = info.id().since();
        batch.put(StreamKeys.definition(info.table(), since), info.row());
        batch.put(StreamKeys.tail(info.id()), new StreamTail(0, OWN + info.row().length, 0, since).row());
        batch.put(StreamKeys.shard(info.id(), 0), shard(1, since));
    }

    /** It takes no more records; the ones that it has stay until they end. */
    public static void close(StreamInfo info, Instant at, Batch batch) {
        batch.put(
                StreamKeys.definition(info.table(), info.id().since()),
                info.closed(at).row());
    }

    private static byte[] shard(long first, long since) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(first).putLong(since).array();
    }
}
