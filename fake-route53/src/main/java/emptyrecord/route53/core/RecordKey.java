package emptyrecord.route53.core;

import java.util.Comparator;

/**
 * What tells record sets of a zone apart, in the order of ListResourceRecordSets: name, type, set identifier.
 *
 * @param type the type's name, or empty to stand before every type of the name
 * @param setIdentifier of a weighted set, or empty
 */
public record RecordKey(RecordName name, String type, String setIdentifier) implements Comparable<RecordKey> {

    private static final Comparator<RecordKey> ORDER = Comparator.comparing(RecordKey::name)
            .thenComparing(RecordKey::type)
            .thenComparing(RecordKey::setIdentifier);

    /** The place before every record set of a name. */
    public static RecordKey before(RecordName name) {
        return new RecordKey(name, "", "");
    }

    /** The place before every record set of a name and type, and of a simple record set itself. */
    public static RecordKey before(RecordName name, RecordType type) {
        return new RecordKey(name, type.name(), "");
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }

    /** As Route 53's messages name a record set. */
    public String describe() {
        String of = "[name='" + name + "', type='" + type + "'";
        return setIdentifier.isEmpty() ? of + "]" : of + ", set identifier='" + setIdentifier + "']";
    }
}
