package emptyrecord.network.propagation;

import emptyrecord.network.core.NetworkChange;
import emptyrecord.network.core.Settled;

/** Receives what happens in the network; it must return quickly. */
public interface NetworkListener {

    /** A change was written down and queued. */
    default void accepted(NetworkChange change) {}

    /** A zone is done with a change. */
    default void settled(Settled settled) {}
}
