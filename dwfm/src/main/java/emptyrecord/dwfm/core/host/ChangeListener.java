package emptyrecord.dwfm.core.host;

/** Receives the outcomes of launches and orders. Called with the host's state locked; it must not block. */
public interface ChangeListener {

    /** @param good done in time on a droplet with a held lease; any other launch is not tried again */
    void launchFinished(String subject, boolean good);

    /** The order was carried out; otherwise the host keeps it and tries again. */
    void carriedOut(String subject);
}
