package emptyrecord.network.fabric;

/** What became of a connection to the fabric. */
public enum FabricOutcome {
    /** The packets arrived and the instance answered. */
    ANSWERED,
    /** The packets were lost: nobody answers. */
    SILENT,
    /** More connections than the fabric carries. */
    REFUSED,
    /** Not a CONNECT request that can be understood. */
    BAD
}
