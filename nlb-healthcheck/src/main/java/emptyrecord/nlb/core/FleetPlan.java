package emptyrecord.nlb.core;

import java.util.ArrayList;
import java.util.List;

/** Which nodes and targets there are, and in which zones. */
public record FleetPlan(List<String> zones, List<NodeSpec> nodes, List<TargetSpec> targets) {

    /** @param name for example {@code target-1a-2} */
    public record TargetSpec(String name, String zone) {}

    /**
     * Lays the fleet out, the same in every zone.
     *
     * @param addressPattern of a node; {@code {zone}} is the zone's number from 1, {@code {host}} 10 plus the node's
     */
    public static FleetPlan of(List<String> zones, int nodesPerZone, int targetsPerZone, String addressPattern) {
        List<NodeSpec> nodes = new ArrayList<>();
        List<TargetSpec> targets = new ArrayList<>();
        for (int z = 1; z <= zones.size(); z++) {
            String zone = zones.get(z - 1);
            String shortName = zone.substring(zone.lastIndexOf('-') + 1);
            for (int k = 1; k <= nodesPerZone; k++) {
                String address = addressPattern.replace("{zone}", "" + z).replace("{host}", "" + (10 + k));
                nodes.add(new NodeSpec("nlb-" + shortName + "-" + k, zone, address));
            }
            for (int k = 1; k <= targetsPerZone; k++) {
                targets.add(new TargetSpec("target-" + shortName + "-" + k, zone));
            }
        }
        return new FleetPlan(List.copyOf(zones), List.copyOf(nodes), List.copyOf(targets));
    }
}
