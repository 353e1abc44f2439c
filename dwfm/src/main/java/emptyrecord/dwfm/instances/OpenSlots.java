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
        Optional<DropletId> drawn = draw(zone);
        while (drawn.isPresent() && !ready.test(drawn.get())) {
            notReady(drawn.get());
            drawn = draw(zone);
        }
        return drawn;
    }

    private synchronized Optional<DropletId> draw(Optional<Integer> zone) {
        return index.draw(zone);
    }

    private synchronized void notReady(DropletId droplet) {
        index.notReady(droplet);
    }

    public synchronized void leased(DropletId droplet) {
        index.leased(droplet);
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
