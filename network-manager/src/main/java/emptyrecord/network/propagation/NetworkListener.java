package emptyrecord.network.propagation;

import emptyrecord.network.core.NetworkChange;
import emptyrecord.network.core.Settled;

/** Receives changes in the network; it must return quickly. */
public interface NetworkListener {

    /** A change was recorded and queued. */
    default void accepted(NetworkChange change) {}

    /** A zone has finished a change. */
    default void settled(Settled settled) {}
}
