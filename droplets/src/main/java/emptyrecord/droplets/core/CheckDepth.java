package emptyrecord.droplets.core;

/** How much of its hardware a droplet looks at. */
public enum CheckDepth {
    /** What has changed since the last check; also the first check of a fresh droplet. */
    RENEWAL,
    /** All of it, because the lease had lapsed. */
    ESTABLISHMENT
}
