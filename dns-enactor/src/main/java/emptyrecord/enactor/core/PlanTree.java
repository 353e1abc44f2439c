package emptyrecord.enactor.core;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of one plan in one zone: a leaf per load balancer and a weighted set over them. A new plan is a whole new tree
 * beside the old one (F33).
 *
 * @param sets leaves first, so that each ALIAS finds its target
 */
public record PlanTree(PlanGeneration plan, List<RecordSet> sets) {

    public PlanTree {
        sets = List.copyOf(sets);
    }

    /** The part that is left when the others are deleted, which is done from the end. */
    PlanTree first(int count) {
        return new PlanTree(plan, sets.subList(0, count));
    }

    static PlanTree of(Plan.Endpoint endpoint, PlanGeneration plan) {
        ZoneNames names = endpoint.names();
        List<RecordSet> leaves = new ArrayList<>();
        List<RecordSet> weighted = new ArrayList<>();
        for (Plan.LoadBalancer lb : endpoint.loadBalancers()) {
            String leaf = names.leaf(plan, lb.name());
            for (String address : addresses(lb)) {
                RecordSet.Address set = new RecordSet.Address(leaf, address, RecordSet.TTL_SECONDS);
                leaves.add(set);
                weighted.add(new RecordSet.WeightedAlias(names.tree(plan), set.type(), lb.name(), lb.weight(), leaf));
            }
        }
        leaves.addAll(weighted);
        return new PlanTree(plan, leaves);
    }

    private static List<String> addresses(Plan.LoadBalancer lb) {
        return lb.ipv6() == null ? List.of(lb.address()) : List.of(lb.address(), lb.ipv6());
    }
}
