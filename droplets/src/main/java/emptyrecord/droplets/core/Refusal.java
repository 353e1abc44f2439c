package emptyrecord.droplets.core;

/** Why a droplet does not do what it is told. */
public enum Refusal {
    /** It has obeyed a newer epoch, or a change is older than its holder's tenure. */
    OLDER_EPOCH,
    /** It has obeyed the same epoch under another name, which a lease table never gives out twice. */
    SAME_EPOCH_OTHER_HOLDER,
    /** A change, and the droplet has never obeyed anybody. */
    NEVER_HELD,
    /** A change by a holder whom the droplet does not obey. */
    OTHER_HOLDER,
    /** A change, and the lease of the obeyed holder has run out. */
    LEASE_OVER,
    /** A start, and the droplet is full. */
    NO_ROOM
}
