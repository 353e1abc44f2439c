package emptyrecord.dwfm.core.call;

import emptyrecord.dwfm.core.lease.LeaseParameters;

/** Places that are only counted, for simulated time. */
public final class CountedPlaces implements Places {

    private final int most;
    private int taken;

    /** @param most at least 1 */
    public CountedPlaces(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("there must be at least one place, not " + most);
        }
        this.most = most;
    }

    /** Half of a host's workers, at least one: the other half is there for state checks and launches (our choice). */
    public static int of(LeaseParameters parameters) {
        return Math.max(1, parameters.workers() / 2);
    }

    @Override
    public boolean enter() {
        if (taken == most) {
            return false;
        }
        taken++;
        return true;
    }

    @Override
    public void leave() {
        if (taken == 0) {
            throw new IllegalStateException("nobody has a place to leave");
        }
        taken--;
    }
}
