package emptyrecord.dynamo.store.disk;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A record of the {@link CommitLog}: the key of the log, its number, the length of the changes, a checksum of all of it,
 * and then the changes: length and bytes of a row's key, and the same of its value, or a length of -1 if the row goes.
 *
 * @param number from 0
 * @param bytes length with its head
 */
record LogRecord(long number, Batch batch, long bytes) {

    private static final int HEAD = 3 * Long.BYTES + Integer.BYTES;
    private static final int CHECKSUM = 3 * Long.BYTES;

    /** Bytes of one call: the JVM keeps a buffer outside of the heap for each thread, as long as its longest call. */
    private static final int PART = 32 << 10;

    private static final int GONE = -1;

    /** The bytes of a record. */
    static ByteBuffer of(long key, long number, List<Batch> batches) {
        long[] length = {0};
        batches.forEach(batch -> length[0] += length(batch));
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(HEAD + length[0]));
        out.putLong(key).putLong(number).putLong(length[0]).putInt(0);
        batches.forEach(batch -> batch.forEach((row, value) -> put(out, row, value)));
        return out.putInt(CHECKSUM, checksum(out.array())).flip();
    }

    private static long length(Batch batch) {
        return batch.bytes() + 2L * Integer.BYTES * batch.size();
    }

    private static void put(ByteBuffer out, byte[] row, byte @Nullable [] value) {
        out.putInt(row.length).put(row);
        if (value == null) {
            out.putInt(GONE);
        } else {
            out.putInt(value.length).put(value);
        }
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record, 0, CHECKSUM);
        crc.update(record, HEAD, record.length - HEAD);
        return (int) crc.getValue();
    }

    /** The number that a head of this log has there, -1 if there is none. */
    static long numberAt(FileChannel channel, long key, long at) throws IOException {
        ByteBuffer head = read(channel, at, HEAD);
        return head.remaining() == HEAD && head.getLong() == key ? head.getLong() : -1;
    }

    /** The record at a place; null if there is no whole one of this log. */
    static @Nullable LogRecord at(FileChannel channel, long key, long at) throws IOException {
        ByteBuffer head = read(channel, at, HEAD);
        if (head.remaining() < HEAD || head.getLong() != key) {
            return null;
        }
        long number = head.getLong();
        long length = head.getLong();
        if (length < 0 || length > channel.size() - at - HEAD) {
            return null;
        }
        ByteBuffer all = read(channel, at, Math.toIntExact(HEAD + length));
        return all.getInt(CHECKSUM) == checksum(all.array())
                ? new LogRecord(number, changes(all.position(HEAD)), HEAD + length)
                : null;
    }

    private static Batch changes(ByteBuffer in) throws IOException {
        Batch batch = new Batch();
        try {
            while (in.hasRemaining()) {
                byte[] row = bytes(in, in.getInt());
                int length = in.getInt();
                if (length == GONE) {
                    batch.remove(row);
                } else {
                    batch.put(row, bytes(in, length));
                }
            }
            return batch;
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IOException("a record has a right checksum and wrong lengths", e);
        }
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** As many bytes as are there, up to a length. */
    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(length);
        for (int got = 0; got >= 0 && all.position() < length; ) {
            all.limit(Math.min(length, all.position() + PART));
            got = channel.read(all, at + all.position());
        }
        return all.flip();
    }

    static void write(FileChannel channel, ByteBuffer all, long from) throws IOException {
        int end = all.limit();
        for (long at = from; all.position() < end; ) {
            all.limit(Math.min(end, all.position() + PART));
            at += channel.write(all, at);
        }
    }
}
