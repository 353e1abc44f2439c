package emptyrecord.dynamo.store;

import emptyrecord.dynamo.store.disk.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A stored token: its text is the key; the value is its number, its time in seconds and nanoseconds, and the digest.
 *
 * @param number grows with each token
 */
record TokenRow(long number, ClientToken token) {

    private static final int HEAD = 2 * Long.BYTES + Integer.BYTES;

    byte[] value() {
        byte[] request = token.request().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + request.length)
                .putLong(number)
                .putLong(token.at().getEpochSecond())
                .putInt(token.at().getNano())
                .put(request)
                .array();
    }

    static TokenRow of(Row row) {
        ByteBuffer in = ByteBuffer.wrap(row.value());
        long number = in.getLong();
        Instant at = Instant.ofEpochSecond(in.getLong(), in.getInt());
        String request = new String(row.value(), HEAD, row.value().length - HEAD, StandardCharsets.UTF_8);
        return new TokenRow(number, new ClientToken(RowKeys.tokenOf(row.key()), request, at));
    }
}
