package emptyrecord.night.catalogue;

/** The source of a number. */
public enum Origin {
    /** Given by AWS or set by a service; a fact says so. */
    GIVEN,
    /** Chosen so that something lands where AWS had it. */
    FITTED,
    /** Ours, with no claim that AWS had the same. */
    OUR_CHOICE
}
