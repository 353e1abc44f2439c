package emptyrecord.route53.core;

import java.util.List;
import java.util.Optional;

/** A record set that follows the rules of its type; made by {@link RecordSetRules}. */
public record RecordSet(RecordName name, RecordType type, Optional<Weighted> weighted, RecordData data) {

    private static final int SET_BYTES = 400;
    private static final int VALUE_BYTES = 150;

    /** Text, sort key, wire form, and those of the key. */
    private static final int NAME_FORMS = 5;

    public RecordKey key() {
        return new RecordKey(
                name, type.name(), weighted.map(Weighted::setIdentifier).orElse(""));
    }

    /** Whether a DELETE that names {@code other} means this: name, type, weight, TTL and every value (F35). */
    public boolean matches(RecordSet other) {
        return key().equals(other.key()) && weighted.equals(other.weighted) && data.matches(other.data);
    }

    /** Approximate heap: objects, its name in the forms that are kept, and each value as text and for the wire. */
    public long bytes() {
        return bytes(name.text(), data instanceof RecordData.Values v ? v.texts() : List.of());
    }

    static long bytes(String name, List<String> values) {
        long ofValues =
                values.stream().mapToLong(t -> VALUE_BYTES + 2L * t.length()).sum();
        return SET_BYTES + (long) NAME_FORMS * name.length() + ofValues;
    }

    public RecordSetSpec toSpec() {
        return switch (data) {
            case RecordData.Values v ->
                new RecordSetSpec(
                        name.text(),
                        type.name(),
                        weighted,
                        Optional.of(new RecordSetSpec.Values(v.ttl(), v.texts())),
                        Optional.empty());
            case RecordData.Alias a ->
                new RecordSetSpec(
                        name.text(),
                        type.name(),
                        weighted,
                        Optional.empty(),
                        Optional.of(new RecordSetSpec.Alias(a.zone(), a.target().text(), a.evaluateHealth())));
        };
    }
}
