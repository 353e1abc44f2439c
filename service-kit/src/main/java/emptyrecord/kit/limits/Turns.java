package emptyrecord.kit.limits;

import java.util.concurrent.locks.LockSupport;

/**
 * Turns among connections on virtual threads. One whose next bytes are always there already never waits, so it never
 * leaves its carrier; {@link Thread#yield} puts it back into that carrier's own queue, which is emptied before anything
 * that comes from outside is looked at. A few such connections would stop all timers and all other callers.
 */
public final class Turns {

    private Turns() {}

    /** Lets all others have their turn; about 0.1 ms. For after an answer, so that nobody waits for it who has just one. */
    public static void pass() {
        LockSupport.parkNanos(1);
    }
}
