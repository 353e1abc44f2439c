package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.store.stream.StreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a shard, which clients get as a text that they do not read.
 *
 * @param stream its table and time
 * @param shard number of the shard
 * @param next number of the record to read next
 * @param at epoch milliseconds of incident time at which it was made
 */
record ShardIterator(StreamReader.Start stream, int shard, long next, long at) {

    private static final int PARTS = 6;

    /** Characters, more than the longest table name and the largest numbers take. */
    private static final int LENGTH_MAX = 1024;

    String text() {
        String parts = String.join("|", "1", stream.table(), "" + stream.since(), "" + shard, "" + next, "" + at);
        return Base64.getUrlEncoder().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal if it is none */
    static ShardIterator of(String text) {
        if (text.length() > LENGTH_MAX) {
            throw invalid();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == PARTS && parts[0].equals("1")) {
                StreamReader.Start stream = new StreamReader.Start(parts[1], Long.parseLong(parts[2]));
                return new ShardIterator(
                        stream, Integer.parseInt(parts[3]), Long.parseLong(parts[4]), Long.parseLong(parts[5]));
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return Refusal.validation("Invalid ShardIterator: it does not come from GetShardIterator or GetRecords");
    }
}
