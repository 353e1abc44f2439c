package emptyrecord.enactor.core;

/** A record set as the enactors know them; names are absolute without the final dot. */
public sealed interface RecordSet {

    /** Seconds that resolvers may keep what the enactors write: our choice. */
    long TTL_SECONDS = 60;

    String name();

    /** A name's address. */
    record Address(String name, String address, long ttl) implements RecordSet {}

    /** A text; {@code text} is without the quotation marks of the wire. */
    record Text(String name, String text, long ttl) implements RecordSet {}

    /** A name that answers as {@code target} does; Route 53 follows it inside the server. */
    record Alias(String name, String target) implements RecordSet {}

    /** One member of a weighted set: Route 53 picks a member at random by weight. */
    record WeightedAlias(String name, String identifier, int weight, String target) implements RecordSet {}
}
