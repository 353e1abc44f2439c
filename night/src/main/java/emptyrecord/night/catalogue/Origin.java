package emptyrecord.night.catalogue;

/** Where a number comes from. */
public enum Origin {
    /** Told by AWS or set by a service; a fact says so. */
    GIVEN,
    /** Chosen so that something lands where AWS had it. */
    FITTED,
    /** Ours, with no claim that AWS had the same. */
    OUR_CHOICE
}
