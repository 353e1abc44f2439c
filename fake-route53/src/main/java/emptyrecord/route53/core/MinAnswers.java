package emptyrecord.route53.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule behind guard {@code dns.min-answers}: no batch may leave an endpoint without addresses. An endpoint is a
 * zone whose apex has an A ALIAS, before the batch or after it. An endpoint that is already empty blocks only an apex
 * that would stay empty; otherwise the rule would also forbid its repair.
 */
public final class MinAnswers {

    private MinAnswers() {}

    /** @return one reason for each endpoint that the batch would empty; none if it may pass */
    public static List<String> reasons(Zones before, ZoneData next) {
        Zones after = before.with(next);
        List<String> reasons = new ArrayList<>();
        for (ZoneData zone : after.all()) {
            Optional<RecordSet> then = apex(after, zone.id());
            Optional<RecordSet> now = apex(before, zone.id());
            boolean concerned = zone.id().equals(next.id()) || pointsInto(then, next.id());
            if ((isAlias(then) || isAlias(now)) && concerned && empties(before, after, zone, !then.equals(now))) {
                reasons.add("Guard dns.min-answers: the batch would leave " + zone.apex()
                        + " without addresses; install a tree with addresses first, then flip to it");
            }
        }
        return reasons;
    }

    private static boolean empties(Zones before, Zones after, ZoneData zone, boolean apexChanged) {
        return addresses(after, zone) == 0 && (apexChanged || addresses(before, zone) > 0);
    }

    private static int addresses(Zones zones, ZoneData zone) {
        return Reach.of(zones, zone.apex(), RecordType.A).size();
    }

    private static Optional<RecordSet> apex(Zones zones, String id) {
        return zones.byId(id)
                .flatMap(z -> z.sets(z.apex(), RecordType.A).stream().findFirst());
    }

    private static boolean isAlias(Optional<RecordSet> set) {
        return set.filter(s -> s.data() instanceof RecordData.Alias).isPresent();
    }

    private static boolean pointsInto(Optional<RecordSet> set, String zone) {
        return set.filter(
                        s -> s.data() instanceof RecordData.Alias a && a.zone().equals(zone))
                .isPresent();
    }
}
