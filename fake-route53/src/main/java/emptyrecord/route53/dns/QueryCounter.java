package emptyrecord.route53.dns;

/** Counts what the DNS server did. */
public interface QueryCounter {

    /** @param outcome as in {@link Outcome} */
    void answered(Transport transport, Outcome outcome);

    void malformed(Transport transport);

    void truncated();

    /** What a query came to; an empty answer, a missing name and a failing server are apart. */
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
