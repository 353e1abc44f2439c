package emptyrecord.kit.points;

/** Receives what a conductor does at a service's points, and what is held there. */
public interface PointListener {

    /** @param target only this one, or {@code *} */
    void held(String point, String target);

    void reached(String point, Standing who);

    void released(String point);

    void letGo(String point);

    /** The lease ran out: the conductor is gone. */
    void expired(String point);
}
