package emptyrecord.route53.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which of the record sets of a name and type may answer, for one question. Record sets without a health check are
 * healthy. When none is healthy, all count as healthy. A weight of 0 answers only when no healthy record set has more.
 * The secondary answers when it is healthy and the primary is not (Developer Guide, "How Amazon Route 53 chooses
 * records when health checking is configured").
 *
 * <p>An ALIAS with EvaluateTargetHealth is as healthy as the best record set of its target; one without a target is
 * unhealthy. With a health check of its own, both must be healthy.
 */
final class Routing {

    private final Zones zones;
    private final Health health;
    private final Map<Target, Boolean> seen = new HashMap<>();

    private record Target(String zone, RecordName name, RecordType type) {}

    Routing(Zones zones, Health health) {
        this.zones = zones;
        this.health = health;
    }

    /** Whether health has a say: not so in the night's trees, whose choice stays one of weights alone. */
    static boolean isBound(List<RecordSet> sets) {
        if (sets.size() < 2) {
            return false;
        }
        for (RecordSet set : sets) {
            if (set.failover().isPresent() || set.dependsOnHealth()) {
                return true;
            }
        }
        return false;
    }

    /** Those that may answer; the choice among them is by weight. */
    List<RecordSet> candidates(List<RecordSet> sets) {
        if (sets.size() < 2) {
            return sets;
        }
        return sets.getFirst().failover().isPresent() ? failover(sets) : weighted(sets);
    }

    private List<RecordSet> failover(List<RecordSet> sets) {
        RecordSet primary = withRole(sets, Failover.Role.PRIMARY);
        RecordSet secondary = withRole(sets, Failover.Role.SECONDARY);
        return List.of(isHealthy(primary, 0) || !isHealthy(secondary, 0) ? primary : secondary);
    }

    private static RecordSet withRole(List<RecordSet> sets, Failover.Role role) {
        Predicate<RecordSet> has =
                set -> set.failover().filter(f -> f.role() == role).isPresent();
        return sets.stream().filter(has).findFirst().orElse(sets.getFirst());
    }

    private List<RecordSet> weighted(List<RecordSet> sets) {
        List<RecordSet> heavy =
                sets.stream().filter(set -> AnswerFunction.weight(set) > 0).toList();
        List<RecordSet> first = healthy(heavy);
        List<RecordSet> chosen = first.isEmpty() ? healthy(sets) : first;
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return heavy.isEmpty() ? sets : heavy;
    }

    private List<RecordSet> healthy(List<RecordSet> sets) {
        return sets.stream().filter(set -> isHealthy(set, 0)).toList();
    }

    private boolean isHealthy(RecordSet set, int depth) {
        return set.healthCheck().map(health::isHealthy).orElse(true)
                && !(set.data() instanceof RecordData.Alias alias
                        && alias.evaluateHealth()
                        && !hasHealthyTarget(new Target(alias.zone(), alias.target(), set.type()), depth));
    }

    /** A target that is still being looked at leads back to itself, so it answers nothing. */
    private boolean hasHealthyTarget(Target target, int depth) {
        Boolean known = seen.putIfAbsent(target, false);
        if (known != null) {
            return known;
        }
        boolean found = depth < AnswerFunction.HOPS_MAX
                && zones.byId(target.zone()).stream()
                        .flatMap(zone -> zone.sets(target.name(), target.type()).stream())
                        .anyMatch(set -> isHealthy(set, depth + 1));
        seen.put(target, found);
        return found;
    }
}
