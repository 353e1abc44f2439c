package emptyrecord.route53.core;

import java.util.HashSet;
import java.util.List;
import org.xbill.DNS.Record;

/** The answer of a record set: values of its own, or those of another record set. */
public sealed interface RecordData {

    /** Whether a DELETE that names {@code other} means this: every value counts, their order does not. */
    boolean matches(RecordData other);

    /**
     * Values of its own.
     *
     * @param ttl seconds
     * @param texts as they were given
     * @param records the same, ready for the wire
     */
    record Values(long ttl, List<String> texts, List<Record> records) implements RecordData {
        public Values {
            texts = List.copyOf(texts);
            records = List.copyOf(records);
        }

        @Override
        public boolean matches(RecordData other) {
            return other instanceof Values v && v.ttl == ttl && new HashSet<>(v.records).equals(new HashSet<>(records));
        }
    }

    /** An ALIAS: answered inside the server with its target's answer (F33). */
    record Alias(String zone, RecordName target, boolean evaluateHealth) implements RecordData {
        @Override
        public boolean matches(RecordData other) {
            return equals(other);
        }
    }
}
