package emptyrecord.route53.dns;

/** Counts the DNS server's work. */
public interface QueryCounter {

    /** @param outcome as in {@link Outcome} */
    void answered(Transport transport, Outcome outcome);

    void malformed(Transport transport);

    void truncated();

    /** The outcome of a query; an empty answer, a missing name and a failing server are separate. */
    enum Outcome {
        ANSWERED,
        EMPTY,
        NO_SUCH_NAME,
        REFUSED,
        SERVFAIL,
        FORMERR,
        NOTIMP,
        BADVERS,
        TRANSFER
    }
}
