package emptyrecord.enactor.core;

import emptyrecord.kit.dns.TreeNames;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The names in an endpoint's zone (F33).
 *
 * @param trees how the plans' trees are named; names of both kinds can be read
 */
public record ZoneNames(String zone, TreeNames trees) {

    /** With readable names. */
    public ZoneNames(String zone) {
        this(zone, TreeNames.READABLE);
    }

    public String lock() {
        return "_lock." + zone;
    }

    public String rollback() {
        return "_rollback." + zone;
    }

    public String version() {
        return "_version." + zone;
    }

    /** The weighted set of a plan. */
    public String tree(PlanGeneration plan) {
        return trees.tree(zone, plan.value());
    }

    public String leaf(PlanGeneration plan, String loadBalancer) {
        return loadBalancer + "." + tree(plan);
    }

    /** The plan that a name belongs to: the weighted set itself or a leaf below it. */
    public Optional<PlanGeneration> planOf(String name) {
        OptionalLong plan = TreeNames.generation(zone, name);
        return plan.isPresent() ? Optional.of(new PlanGeneration(plan.getAsLong())) : Optional.empty();
    }
}
