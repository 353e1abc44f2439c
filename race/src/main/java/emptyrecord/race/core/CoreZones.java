package emptyrecord.race.core;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.RecordSet;
import emptyrecord.enactor.core.ZoneHead;
import emptyrecord.enactor.core.ZoneNames;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.route53.core.BatchResult;
import emptyrecord.route53.core.MinAnswers;
import emptyrecord.route53.core.Reach;
import emptyrecord.route53.core.RecordKey;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Route 53's real core behind the enactors: batches are its {@code ChangeBatch}, answers its {@code Reach}. The
 * service's additions (HTTP, journal, propagation) are left out: an accepted batch is answered at once.
 */
public final class CoreZones {

    /** Route 53's own value (F10). */
    private static final Duration NEGATIVE_TTL = Duration.ofSeconds(900);

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, RecordName> names = new HashMap<>();
    private final Guard minAnswers;
    private Zones zones;
    private long calls;

    /** @param minAnswers guard {@code dns.min-answers} */
    public CoreZones(Endpoints endpoints, Guard minAnswers) {
        this.minAnswers = minAnswers;
        List<ZoneData> made = new ArrayList<>();
        for (Endpoints.Zone zone : endpoints.zones()) {
            String name = zone.endpoint().zone();
            ids.put(name, zone.id());
            made.add(ZoneData.create(zone.id(), name, NEGATIVE_TTL.toSeconds()));
        }
        zones = Zones.of(made);
    }

    /** The current state of Route 53; immutable. */
    public Zones zones() {
        return zones;
    }

    /** API calls so far: reads and batches. */
    public long calls() {
        return calls;
    }

    /** A batch, with the same order of checks as the service's {@code ZoneStore}. */
    public BatchOutcome submit(Batch batch) {
        calls++;
        ZoneData before = zone(batch.zone());
        return switch (Records.toRoute53(batch, before.id()).applyTo(zones, before)) {
            case BatchResult.Refused refused -> new BatchOutcome.Refused(String.join("; ", refused.reasons()));
            case BatchResult.Accepted accepted -> guarded(accepted.next());
        };
    }

    private BatchOutcome guarded(ZoneData next) {
        List<String> reasons = minAnswers.on() ? MinAnswers.reasons(zones, next) : List.of();
        if (!reasons.isEmpty()) {
            minAnswers.acted();
            return new BatchOutcome.Refused(String.join("; ", reasons));
        }
        zones = zones.with(next);
        return new BatchOutcome.Applied();
    }

    /** The top of a zone as an enactor reads it. */
    public ZoneHead head(String zone) {
        calls++;
        return peek(zone);
    }

    /** The same, without counting as a call. */
    public ZoneHead peek(String zone) {
        ZoneNames in = new ZoneNames(zone);
        return new ZoneHead(
                in,
                find(zone, in.zone(), RecordType.A, RecordSet.Alias.class),
                find(zone, in.zone(), RecordType.AAAA, RecordSet.Alias.class),
                find(zone, in.lock(), RecordType.TXT, RecordSet.Text.class),
                find(zone, in.version(), RecordType.TXT, RecordSet.Text.class));
    }

    /** The target of the rollback ALIAS (F34). */
    public Optional<String> rollback(String zone) {
        return find(zone, new ZoneNames(zone).rollback(), RecordType.A, RecordSet.Alias.class)
                .map(RecordSet.Alias::target);
    }

    /** The plan trees, oldest first; leaves before the weighted sets over them. */
    public List<PlanTree> trees(String zone) {
        calls++;
        return peekTrees(zone);
    }

    /** The same, without counting as a call. */
    public List<PlanTree> peekTrees(String zone) {
        ZoneNames in = new ZoneNames(zone);
        Map<PlanGeneration, List<RecordSet>> leaves = new TreeMap<>();
        Map<PlanGeneration, List<RecordSet>> weighted = new TreeMap<>();
        for (var found : zone(zone).from(RecordKey.before(name("plan-0." + zone)))) {
            Records.fromRoute53(found)
                    .ifPresent(set -> in.planOf(set.name()).ifPresent(plan -> {
                        var into = set instanceof RecordSet.WeightedAlias ? weighted : leaves;
                        into.computeIfAbsent(plan, p -> new ArrayList<>()).add(set);
                    }));
        }
        weighted.forEach((plan, sets) ->
                leaves.computeIfAbsent(plan, p -> new ArrayList<>()).addAll(sets));
        return leaves.entrySet().stream()
                .map(tree -> new PlanTree(tree.getKey(), tree.getValue()))
                .toList();
    }

    /** How many addresses the customers' name can answer now: NOERROR with none is the outage (F2). */
    public int addresses(String zone) {
        return Reach.of(zones, name(zone), RecordType.A).size();
    }

    private <T extends RecordSet> Optional<T> find(String zone, String name, RecordType type, Class<T> kind) {
        return zone(zone).sets(name(name), type).stream()
                .flatMap(set -> Records.fromRoute53(set).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private RecordName name(String text) {
        return names.computeIfAbsent(text, RecordName::parse);
    }

    private ZoneData zone(String name) {
        return Optional.ofNullable(ids.get(name))
                .flatMap(zones::byId)
                .orElseThrow(() -> new IllegalArgumentException("there is no hosted zone " + name));
    }
}
