package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.call.Places;
import emptyrecord.dwfm.core.queue.Admission;

/**
 * {@code dwfm.admission} on resilience4j's Bulkhead. Today's question is one about places, not about a rate: its permissions are
 * the first places of the queue, and an attempt is let in if it gets one. The queue also has work that asks nobody; so before
 * each question as many places are taken as that work fills. Not thread-safe; the host's lock is held.
 */
public final class LibraryAdmission implements Admission {

    private final Places places;
    private final int most;
    private int taken;

    /** @param most places, as many as {@code places} has */
    public LibraryAdmission(Places places, int most) {
        this.places = places;
        this.most = most;
    }

    @Override
    public boolean admits(int length) {
        fill(Math.min(length, most));
        return takeOne();
    }

    private void fill(int wanted) {
        for (; taken > wanted; taken--) {
            places.leave();
        }
        boolean more = true;
        while (more && taken < wanted) {
            more = takeOne();
        }
    }

    private boolean takeOne() {
        boolean got = places.enter();
        taken += got ? 1 : 0;
        return got;
    }
}
