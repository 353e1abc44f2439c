package emptyrecord.enactor.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in an endpoint's zone (F33): readable, where the night's were UUIDs. */
public record ZoneNames(String zone) {

    private static final Pattern PLAN = Pattern.compile("plan-([0-9]{1,18})");

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
        return "plan-" + plan.value() + "." + zone;
    }

    public String leaf(PlanGeneration plan, String loadBalancer) {
        return loadBalancer + "." + tree(plan);
    }

    /** The plan that a name belongs to: the weighted set itself or a leaf below it. */
    public Optional<PlanGeneration> planOf(String name) {
        if (!name.endsWith("." + zone)) {
            return Optional.empty();
        }
        String below = name.substring(0, name.length() - zone.length() - 1);
        Matcher plan = PLAN.matcher(below.substring(below.lastIndexOf('.') + 1));
        return plan.matches() ? Optional.of(new PlanGeneration(Long.parseLong(plan.group(1)))) : Optional.empty();
    }
}
