package emptyrecord.customers.core.account;

/** What the user of an action got. */
public enum Result {
    WORKED,
    /** An old value, and the page says so; it counts as worked (our choice). */
    WORKED_STALE,
    FAILED,
    /** The user's patience was over, however it ended later. */
    TOO_LATE,
    /** Refused on the client's side before any request. */
    NEVER_TRIED;

    public boolean works() {
        return this == WORKED || this == WORKED_STALE;
    }
}
