package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.DropletId;

/** Receives the outcomes of launches and orders, and news of leases. Called with the host's state locked; it must not block. */
public interface ChangeListener {

    /**
     * A launch has ended; it is not tried again.
     *
     * @param name of the change
     * @param good done in time on a droplet with a held lease
     * @return whether somebody still waited for it; what nobody wants is ended on its droplet
     */
    boolean launchFinished(String name, boolean good);

    /** The order was carried out; otherwise the host keeps it and tries again. */
    void carriedOut(String name);

    /** Nothing of a launch that failed is on its droplet: it never was, or its end was carried out. */
    default void undone(String launch) {}

    /** The droplet's lease was made or prolonged just now. */
    default void leased(DropletId droplet) {}
}
