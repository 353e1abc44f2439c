package emptyrecord.kit.limits;

import java.util.concurrent.locks.LockSupport;

/**
 * Turns among connections on virtual threads. A connection whose next bytes are always there never waits, so it never
 * leaves its carrier. {@link Thread#yield} puts it back into that carrier's own queue, which is emptied before anything
 * from outside is looked at. A few such connections would stop all timers and all other callers.
 */
public final class Turns {

    private Turns() {}

    /**
     * Lets all others have their turn; about 0.1 ms. Called after an answer, so that a caller with one request does not
     * wait for it.
     */
    public static void pass() {
        LockSupport.parkNanos(1);
    }
}
