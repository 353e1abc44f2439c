package emptyrecord.nlb.core;

/** How a node counts for the failover of its zone when its last result is late. */
enum LateResults {

    /** The night: no news is bad news, so a checking subsystem that is behind takes healthy zones out (F71). */
    COUNT_AS_FAILING {
        @Override
        boolean unhealthy(boolean failing, boolean late) {
            return failing || late;
        }
    },

    /**
     * The remedy {@code nlb.late-is-unknown}: a late result proves nothing, neither that a node fails nor that it
     * works.
     */
    ARE_UNKNOWN {
        @Override
        boolean unhealthy(boolean failing, boolean late) {
            return failing && !late;
        }
    };

    abstract boolean unhealthy(boolean failing, boolean late);
}
