package emptyrecord.dwfm.resilience;

import emptyrecord.dwfm.core.call.Places;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.kit.switchboard.Guard;
import java.util.List;

/**
 * A host's work behind {@code dwfm.handshake-bulkhead}. Only attempts for lapsed leases need a place; one that finds none fails
 * at once, and neither table nor droplet is asked. State checks, first leases and changes always go on.
 */
record CrowdedLink(DropletLink link, Guard guard, Places places) implements DropletLink {

    private static final CheckResult FULL = new CheckResult.NotTried("dwfm.handshake-bulkhead is full");

    @Override
    public CheckResult perform(Assignment work) {
        if (!guard.on() || !needsPlace(work.work())) {
            return link.perform(work);
        }
        if (!places.enter()) {
            guard.acted();
            return FULL;
        }
        try {
            return link.perform(work);
        } finally {
            places.leave();
        }
    }

    private static boolean needsPlace(Work work) {
        return work instanceof Work.Establishment attempt && !attempt.commissioning();
    }

    @Override
    public List<LeaseRecord> readBack(int droplets) {
        return link.readBack(droplets);
    }

    @Override
    public void close() {
        link.close();
    }
}
