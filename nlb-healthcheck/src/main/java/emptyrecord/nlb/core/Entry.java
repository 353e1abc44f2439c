package emptyrecord.nlb.core;

/** When a new instance enters service. */
enum Entry {

    /** The night: as soon as it has booted, whether or not its network state is propagated (F70). */
    ONCE_BOOTED,

    /** The remedy {@code nlb.warm-up}: only when its network state is propagated everywhere. */
    ONCE_PROPAGATED
}
