package emptyrecord.enactor.core;

/** A record set as the enactors know them; names are absolute without the final dot. */
public sealed interface RecordSet {

    /** Seconds that resolvers may keep what the enactors write: our choice. */
    long TTL_SECONDS = 60;

    String name();

    /** The two kinds of address record; a dual-stack endpoint has a tree of each, under the same names. */
    enum AddressType {
        A,
        AAAA;

        static AddressType of(String address) {
            return address.indexOf(':') < 0 ? A : AAAA;
        }
    }

    /** A name's address. */
    record Address(String name, String address, long ttl) implements RecordSet {
        public AddressType type() {
            return AddressType.of(address);
        }
    }

    /** A text; {@code text} is without the quotation marks of the wire. */
    record Text(String name, String text, long ttl) implements RecordSet {}

    /** A name that answers as {@code target} does; Route 53 follows it inside the server. */
    record Alias(String name, AddressType type, String target) implements RecordSet {

        /** Of type A. */
        public Alias(String name, String target) {
            this(name, AddressType.A, target);
        }
    }

    /** One member of a weighted set: Route 53 picks a member at random by weight. */
    record WeightedAlias(String name, AddressType type, String identifier, int weight, String target)
            implements RecordSet {

        /** Of type A. */
        public WeightedAlias(String name, String identifier, int weight, String target) {
            this(name, AddressType.A, identifier, weight, target);
        }
    }
}
