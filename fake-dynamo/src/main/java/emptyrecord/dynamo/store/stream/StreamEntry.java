package emptyrecord.dynamo.store.stream;

import emptyrecord.dynamo.core.stream.ChangeKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A stored record of a stream.
 *
 * @param expired whether the item was deleted because its end had come
 * @param at incident time of the write, in whole milliseconds
 * @param size of key and images in bytes, as DynamoDB counts
 * @param images the protocol's JSON of an object with {@code Keys} and the images that the stream shows; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent")
public record StreamEntry(ChangeKind kind, boolean expired, Instant at, int size, byte[] images) {

    private static final int HEAD = 2 + Long.BYTES + Integer.BYTES;

    byte[] row() {
        return ByteBuffer.allocate(HEAD + images.length)
                .put((byte) kind.ordinal())
                .put((byte) (expired ? 1 : 0))
                .putLong(at.toEpochMilli())
                .putInt(size)
                .put(images)
                .array();
    }

    static StreamEntry of(byte[] row) {
        ByteBuffer in = ByteBuffer.wrap(row);
        ChangeKind kind = ChangeKind.values()[in.get()];
        boolean expired = in.get() != 0;
        return new StreamEntry(
                kind,
                expired,
                Instant.ofEpochMilli(in.getLong()),
                in.getInt(),
                Arrays.copyOfRange(row, HEAD, row.length));
    }

    /** Epoch milliseconds, without reading the rest. */
    static long atOf(byte[] row) {
        return ByteBuffer.wrap(row, 2, Long.BYTES).getLong();
    }
}
