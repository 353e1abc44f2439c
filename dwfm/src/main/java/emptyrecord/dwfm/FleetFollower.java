package emptyrecord.dwfm;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.fleet.PendingChanges;
import emptyrecord.dwfm.instances.Leftovers;
import emptyrecord.dwfm.instances.OpenSlots;
import emptyrecord.dwfm.instances.Orders;

/** EC2's front end follows the hosts: orders that were carried out, launches that left nothing, leases. */
record FleetFollower(Orders orders, Leftovers leftovers, OpenSlots slots) implements PendingChanges.Follower {

    @Override
    public void carriedOut(String order) {
        orders.carriedOut(order);
    }

    @Override
    public void undone(String launch) {
        leftovers.undone(launch);
    }

    @Override
    public void leased(DropletId droplet) {
        slots.leased(droplet);
    }
}
