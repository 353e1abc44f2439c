package emptyrecord.dwfm;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.fleet.PendingChanges;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** The follower that is made after the hosts, because it needs them too. */
final class LateFollower implements PendingChanges.Follower {

    private final Supplier<FleetFollower> follower;

    LateFollower(ObjectProvider<FleetFollower> follower) {
        this.follower = SingletonSupplier.of(follower::getObject);
    }

    @Override
    public void carriedOut(String order) {
        follower.get().carriedOut(order);
    }

    @Override
    public void undone(String launch) {
        follower.get().undone(launch);
    }

    @Override
    public void leased(DropletId droplet) {
        follower.get().leased(droplet);
    }
}
