package emptyrecord.dwfm.core.call;

/** How many calls may be in progress at a time. Nobody waits for a place. */
public interface Places {

    /** Takes a place if one is free. Each that is taken must be left. */
    boolean enter();

    void leave();
}
