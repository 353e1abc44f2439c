package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.store.stream.StreamId;
import emptyrecord.dynamo.store.stream.StreamShard;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sequence numbers, shard ids and event ids as clients see them: of the lengths that the API documents. */
final class StreamNames {

    /** 21 digits, so that their order as texts is that of the numbers. */
    private static final String SEQUENCE = "1%020d";

    private static final int SEQUENCE_LENGTH = 21;

    private StreamNames() {}

    static String sequence(long number) {
        return String.format(Locale.ROOT, SEQUENCE, number);
    }

    /** @throws Refusal if it is none */
    static long sequenceOf(String text) {
        if (!text.matches("1[0-9]{" + (SEQUENCE_LENGTH - 1) + "}") || text.compareTo(sequence(Long.MAX_VALUE)) > 0) {
            throw Refusal.validation("Invalid SequenceNumber: " + text + " is not one of this stream");
        }
        return Long.parseLong(text.substring(1));
    }

    static String shard(StreamShard shard) {
        return String.format(Locale.ROOT, "shardId-%020d-%08x", shard.since(), shard.number());
    }

    /** The number in a shard's id, if it is one. */
    static Optional<Integer> shardOf(String id) {
        return id.matches("shardId-[0-9]{20}-[0-7][0-9a-f]{7}")
                ? Optional.of(HexFormat.fromHexDigits(id.substring(id.length() - 8)))
                : Optional.empty();
    }

    /** Always the same for one record: consumers recognise by it what they have seen. */
    static String event(StreamId stream, long number) {
        String text = stream.table() + "@" + stream.since() + "@" + number;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
