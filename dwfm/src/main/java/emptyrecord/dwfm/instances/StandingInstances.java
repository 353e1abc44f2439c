package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.InstanceTable.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Customers' instances that were running before the region's history begins. The Network Manager is not told, because
 * every zone knows them.
 *
 * @param droplets that they run on, one each
 * @param zoneOf a droplet
 * @param since when they run
 */
public record StandingInstances(Supplier<List<DropletId>> droplets, Function<DropletId, String> zoneOf, Instant since) {

    private static final LaunchSpec.Kind KIND = new LaunchSpec.Kind(
            "ami-0000000000000lab", "m7i.large", Map.of("lab:class", "customer", "lab:stock", "true"));

    /** All of them, and that the region has them. */
    List<Change> changes(Function<Integer, List<InstanceStore.Ticket>> numbered) {
        List<DropletId> on = droplets.get();
        List<Change> changes = new ArrayList<>();
        for (InstanceStore.Ticket ticket : on.isEmpty() ? List.<InstanceStore.Ticket>of() : numbered.apply(on.size())) {
            DropletId droplet = on.get(changes.size());
            Instance.Launch launch =
                    new Instance.Launch(ticket.reservation(), LaunchSpec.ClientToken.NONE, 1, 0, since);
            Instance instance = Instance.running(ticket, droplet, zoneOf.apply(droplet), KIND, launch);
            changes.add(new Change.Put(instance.told(1), 0));
        }
        changes.add(new Change.Stock());
        return changes;
    }
}
