package emptyrecord.dynamo.store.stream;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stream is gone; only the trimmer changes it.
 *
 * @param through number of the last record that is gone, 0 if none is
 * @param bytes of the rows that are gone
 */
record StreamHead(long through, long bytes) {

    byte[] row() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(through)
                .putLong(bytes)
                .array();
    }

    static StreamHead of(byte @Nullable [] row) {
        if (row == null) {
            return new StreamHead(0, 0);
        }
        ByteBuffer in = ByteBuffer.wrap(row);
        return new StreamHead(in.getLong(), in.getLong());
    }
}
