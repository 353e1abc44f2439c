package emptyrecord.dynamo.store.stream;

import java.nio.ByteBuffer;

/**
 * Where a stream ends; only the table's writers change it.
 *
 * @param last number of the newest record, 0 before the first
 * @param bytes of all rows that were ever written
 * @param shard number of the shard that takes records
 * @param shardSince epoch milliseconds at which that began
 */
record StreamTail(long last, long bytes, int shard, long shardSince) {

    byte[] row() {
        return ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES)
                .putLong(last)
                .putLong(bytes)
                .putInt(shard)
                .putLong(shardSince)
                .array();
    }

    static StreamTail of(byte[] row) {
        ByteBuffer in = ByteBuffer.wrap(row);
        return new StreamTail(in.getLong(), in.getLong(), in.getInt(), in.getLong());
    }
}
