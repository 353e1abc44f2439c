package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import java.util.ArrayList;
import java.util.List;

/** New instances on given droplets, as if those had started them. */
final class Placings {

    private Placings() {}

    static List<InstanceStore.Placed> on(InstanceStore store, List<DropletId> droplets) {
        List<InstanceStore.Placed> placed = new ArrayList<>();
        for (InstanceStore.Ticket ticket : store.tickets(droplets.size())) {
            placed.add(new InstanceStore.Placed(ticket, droplets.get(placed.size())));
        }
        return placed;
    }
}
