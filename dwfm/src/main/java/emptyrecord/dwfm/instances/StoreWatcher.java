package emptyrecord.dwfm.instances;

/** Follows what the table of instances has taken, however the process learned that it has. */
interface StoreWatcher {

    /** The instance was placed on a droplet, or has left it: there is news for the Network Manager. */
    default void moved(Instance instance) {}

    /** An order for it was accepted. */
    default void ordered(Instance instance) {}

    /** An attempt is in the table, and nobody waits for it. */
    default void leftOver(Attempt attempt) {}
}
