package emptyrecord.dwfm.core.host;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * An experiment with a peer that fails from T+0 for a while, and one guard around the calls to it; in simulated time, with the
 * shipped settings. Nobody operates.
 *
 * @param trouble in words
 * @param guard in words
 * @param means what is done to the region
 * @param end T+ at which the trouble is over
 */
record PeerTrouble(String trouble, String guard, Consumer<RegionSimulator> means, double end) {

    /** Four hours after the trouble. */
    private static final double LATER = 240;

    /**
     * A run's result.
     *
     * @param atEnd share of the leases held when the trouble is over
     * @param lost leases
     * @param later share held four hours later
     * @param wasted state checks that droplets made for nothing, until then
     */
    record Outcome(double atEnd, long lost, double later, long wasted) {}

    List<Outcome> outcomes(int seeds) {
        return LongStream.rangeClosed(1, seeds).mapToObj(this::play).toList();
    }

    private Outcome play(long seed) {
        RegionSimulator region = new RegionSimulator(seed);
        means.accept(region);
        double atEnd = region.until(end).held();
        double later = region.until(end + LATER).held();
        long wasted = region.counted(Counted.ATTEMPTS_LATE)
                + region.counted(Counted.ATTEMPTS_REDUNDANT)
                + region.counted(Counted.CHECKS_LATE);
        return new Outcome(atEnd, region.counted(Counted.LEASES_LOST), later, wasted);
    }
}
