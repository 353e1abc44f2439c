package emptyrecord.lab.dns;

/**
 * Something that a person should look at.
 *
 * @param subject an endpoint's, an enactor's or the planner's name
 * @param words one sentence, with the fact it is based on
 */
record Finding(String subject, Gravity gravity, String words) {

    enum Gravity {
        /** Customers are or will be affected. */
        WRONG,
        /** Unusual; the night began with one. */
        NOTE,
        /** As on a quiet day. */
        FINE
    }
}
