package emptyrecord.nlb.client;

import java.util.Locale;

/** The outcome of a customer's connection. */
public enum ConnectionOutcome {
    /** The fabric answered and bytes could flow. */
    CARRIED,
    /** The node had no token left: reset at once. */
    NO_CAPACITY,
    /** Nothing answered for the node's instance or the target until the customer gave up. */
    NO_PATH,
    /** No target is launched yet: reset at once. */
    NO_TARGET,
    /** The node's bound on open connections: reset at once. */
    TOO_MANY_OPEN;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
