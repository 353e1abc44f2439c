package emptyrecord.route53.core;

/**
 * Identifies a record set of a zone, in the order of ListResourceRecordSets: name, type, set identifier.
 *
 * @param type the type's name, or empty to stand before every type of the name
 * @param setIdentifier of one with a routing policy, or empty
 */
public record RecordKey(RecordName name, String type, String setIdentifier) implements Comparable<RecordKey> {

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
        int byName = name.compareTo(other.name);
        int byType = byName == 0 ? type.compareTo(other.type) : byName;
        return byType == 0 ? setIdentifier.compareTo(other.setIdentifier) : byType;
    }

    /** As Route 53's messages name a record set. */
    public String describe() {
        String of = "[name='" + name + "', type='" + type + "'";
        return setIdentifier.isEmpty() ? of + "]" : of + ", set identifier='" + setIdentifier + "']";
    }
}
