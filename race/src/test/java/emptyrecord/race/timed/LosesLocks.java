package emptyrecord.race.timed;

import emptyrecord.race.core.Endpoints;

/** The night's trigger: enactor c loses the next so many acquisitions at the regional endpoint, once it is armed. */
final class LosesLocks implements LockLoss {

    private int left;

    void next(int acquisitions) {
        left = acquisitions;
    }

    @Override
    public boolean hits(String enactor, String zone) {
        boolean hit = left > 0 && enactor.equals("c") && zone.equals(Endpoints.REGIONAL);
        left -= hit ? 1 : 0;
        return hit;
    }

    /** A region that was steady, lost so many locks in a row, and ran on for so long. */
    static TimedRegion after(TimedRound round) {
        LosesLocks trigger = new LosesLocks();
        TimedRegion region =
                new TimedRegion(round.seed(), round.latency(), round.guards(), trigger).run(TimedRegion.SETTLING);
        trigger.next(round.lostLocks());
        return region.run(round.watched());
    }
}
