package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.placement.PlacementIndex;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The index of placements for the threads of the front end and of the hosts. It asks a droplet whether it is ready without
 * holding its lock, because a host that holds its own reports leases here.
 */
public final class OpenSlots {

    private final PlacementIndex index;

    public OpenSlots(PlacementIndex index) {
        this.index = index;
    }

    /** @see PlacementIndex#reserve */
    Optional<DropletId> reserve(Optional<Integer> zone, Predicate<DropletId> ready) {
        Optional<Drawn> drawn = draw(zone);
        while (drawn.isPresent() && !ready.test(drawn.get().droplet())) {
            notReady(drawn.get());
            drawn = draw(zone);
        }
        return drawn.map(Drawn::droplet);
    }

    /** @param news how often its lease had been reported by then */
    private record Drawn(DropletId droplet, int news) {}

    private synchronized Optional<Drawn> draw(Optional<Integer> zone) {
        return index.draw(zone).map(droplet -> new Drawn(droplet, index.timesLeased(droplet)));
    }

    /** A lease that was reported since the draw is newer than the droplet's answer: it may be drawn again. */
    private synchronized void notReady(Drawn drawn) {
        if (index.timesLeased(drawn.droplet()) == drawn.news()) {
            index.notReady(drawn.droplet());
        } else {
            index.released(drawn.droplet());
        }
    }

    public synchronized void leased(DropletId droplet) {
        index.leased(droplet);
    }

    /** @see PlacementIndex#refuseUnlessCovered */
    synchronized void refuseUnlessCovered(DropletId droplet, String what) {
        index.refuseUnlessCovered(droplet, what);
    }

    synchronized void occupied(DropletId droplet) {
        index.occupied(droplet);
    }

    synchronized void released(DropletId droplet) {
        index.released(droplet);
    }

    synchronized void doubtful(DropletId droplet) {
        index.doubtful(droplet);
    }

    synchronized void settled(DropletId droplet) {
        index.settled(droplet);
    }
}
