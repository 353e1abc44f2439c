package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.ShippedSettings;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * An experiment with a peer that fails for a while, and guards around the calls to it; all in simulated time, with the shipped
 * settings. Nobody operates.
 *
 * @param trouble in words
 * @param guards in words
 * @param means what is done to the region
 * @param end T+ at which the trouble is over
 */
record PeerTrouble(String trouble, String guards, Consumer<RegionSimulator> means, double end) {

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

    Outcome mean(int seeds) {
        Outcome[] all = LongStream.rangeClosed(1, seeds).mapToObj(this::play).toArray(Outcome[]::new);
        double atEnd = 0;
        double later = 0;
        long lost = 0;
        long wasted = 0;
        for (Outcome each : all) {
            atEnd += each.atEnd() / seeds;
            later += each.later() / seeds;
            lost += each.lost();
            wasted += each.wasted();
        }
        return new Outcome(atEnd, Math.round((double) lost / seeds), later, Math.round((double) wasted / seeds));
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

    static int droplets() {
        return RegionSimulator.HOSTS * ShippedSettings.leaseParameters().droplets();
    }
}
