package emptyrecord.dwfm.core.host;

/** Receives the outcomes of launches and terminations. Called with the host's state locked; it must not block. */
public interface ChangeListener {

    /** @param good done in time on a droplet whose lease is held; a launch that was not is not tried again */
    void launchFinished(String subject, boolean good);

    /** The termination was carried out; one that was not stays with the host and is tried again. */
    void terminated(String subject);
}
