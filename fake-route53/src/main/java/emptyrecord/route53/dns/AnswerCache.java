package emptyrecord.route53.dns;

import emptyrecord.route53.dns.QueryCounter.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replies as bytes, by the bytes of their queries. A reply is a function of its query, the zones and the statuses of
 * health checks, and sometimes of chance. One without chance is the same until the next zones or statuses come, but for its
 * ID (RFC 1035 section 4.1.1), so it is made once for each version of them. When all are too long together, all are
 * dropped: a flood of new questions costs what it did without a cache.
 */
final class AnswerCache {

    /** Heap of all; our choice: some 8000 replies. */
    private static final int BYTES_MAX = 2 << 20;

    /** Heap of a reply beside its own bytes and those of its query, rather too much. */
    private static final int ENTRY_BYTES = 160;

    /** Longer ones are rare. */
    private static final int QUERY_MAX = 512;

    private static final int ID_BYTES = 2;

    private final Map<Key, Kept> replies = new HashMap<>();
    private @Nullable Published version;
    private int bytes;

    /** A query without its ID. They have an order, so that a map is no slower with keys of one hash. */
    private static final class Key implements Comparable<Key> {

        private final byte[] query;
        private final int hash;

        Key(byte[] query) {
            this.query = query;
            int sum = 0;
            for (int at = ID_BYTES; at < query.length; at++) {
                sum = 31 * sum + query[at];
            }
            this.hash = sum;
        }

        @Override
        public int compareTo(Key other) {
            return Arrays.compare(query, ID_BYTES, query.length, other.query, ID_BYTES, other.query.length);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Arrays.equals(query, ID_BYTES, query.length, key.query, ID_BYTES, key.query.length);
        }
    }

    /**
     * A reply and how it is counted.
     *
     * @param wire with the ID of the first query
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] wire, Outcome outcome) {

        /** The same for another query. */
        byte[] to(byte[] query) {
            byte[] reply = wire.clone();
            System.arraycopy(query, 0, reply, 0, ID_BYTES);
            return reply;
        }
    }

    /** The first query of another version drops the older one's replies, and with them its zones. */
    synchronized @Nullable Kept find(byte[] query, Published now) {
        if (!now.isSame(version)) {
            begin(now);
        }
        return replies.get(new Key(query));
    }

    /** @param made the zones and statuses from which the reply was made, without chance */
    synchronized void keep(byte[] query, Published made, Kept reply) {
        int more = ENTRY_BYTES + query.length + reply.wire.length;
        if (query.length > QUERY_MAX) {
            return;
        }
        if (!made.isSame(version) || bytes + more > BYTES_MAX) {
            begin(made);
        }
        if (replies.put(new Key(query), reply) == null) {
            bytes += more;
        }
    }

    private void begin(Published next) {
        replies.clear();
        bytes = 0;
        version = next;
    }
}
