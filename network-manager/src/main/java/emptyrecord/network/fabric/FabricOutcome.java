package emptyrecord.network.fabric;

/** The outcome of a connection to the fabric. */
public enum FabricOutcome {
    /** The packets arrived and the instance answered. */
    ANSWERED,
    /** The packets were lost: there is no answer. */
    SILENT,
    /** More connections than the fabric carries. */
    REFUSED,
    /** Not a readable CONNECT request. */
    BAD
}
