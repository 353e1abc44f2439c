package emptyrecord.spec.trace;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.PlanGeneration;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.RecordSet;
import emptyrecord.enactor.core.ZoneHead;
import emptyrecord.enactor.core.ZoneNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Route 53 as enactors see it: all or nothing, exact DELETE, no ALIAS to a missing target, blind deletion (F39). */
final class SimulatedZones {

    private final Map<String, TreeMap<String, RecordSet>> zones = new HashMap<>();
    private long accepted;

    BatchOutcome apply(Batch batch) {
        TreeMap<String, RecordSet> working = new TreeMap<>(zone(batch.zone()));
        for (Batch.Change change : batch.changes()) {
            RecordSet there = working.get(key(change.set()));
            boolean refused = switch (change.op()) {
                case DELETE -> !change.set().equals(there);
                case CREATE -> there != null || !targetIsThere(working, change.set());
                case UPSERT -> !targetIsThere(working, change.set());
            };
            if (refused) {
                return new BatchOutcome.Refused(change.op() + " " + change.set().name() + " was refused");
            }
            if (change.op() == Batch.Op.DELETE) {
                working.remove(key(change.set()));
            } else {
                working.put(key(change.set()), change.set());
            }
        }
        zones.put(batch.zone(), working);
        accepted++;
        return new BatchOutcome.Applied("C" + Long.toString(accepted, 36).toUpperCase(Locale.ROOT));
    }

    ZoneHead head(String zone) {
        ZoneNames names = new ZoneNames(zone);
        return new ZoneHead(
                names,
                find(zone, zone, RecordSet.Alias.class),
                Optional.empty(),
                find(zone, names.lock(), RecordSet.Text.class),
                find(zone, names.version(), RecordSet.Text.class));
    }

    List<PlanTree> trees(String zone) {
        Map<PlanGeneration, List<RecordSet>> found = new TreeMap<>();
        List<RecordSet> sets = new ArrayList<>(zone(zone).values());
        sets.sort(Comparator.comparing(RecordSet.WeightedAlias.class::isInstance));
        for (RecordSet set : sets) {
            new ZoneNames(zone)
                    .planOf(set.name())
                    .ifPresent(plan ->
                            found.computeIfAbsent(plan, p -> new ArrayList<>()).add(set));
        }
        return found.entrySet().stream()
                .map(e -> new PlanTree(e.getKey(), e.getValue()))
                .toList();
    }

    boolean isEmpty(String zone) {
        return find(zone, zone, RecordSet.Alias.class)
                .filter(alias -> !targetIsThere(zone(zone), alias))
                .isPresent();
    }

    private static boolean targetIsThere(TreeMap<String, RecordSet> zone, RecordSet set) {
        return switch (set) {
            case RecordSet.Alias alias -> has(zone, alias.target());
            case RecordSet.WeightedAlias alias -> has(zone, alias.target());
            case RecordSet.Address address -> true;
            case RecordSet.Text text -> true;
        };
    }

    private static boolean has(TreeMap<String, RecordSet> zone, String name) {
        return zone.values().stream().anyMatch(s -> s.name().equals(name) && !(s instanceof RecordSet.Text));
    }

    private static String key(RecordSet set) {
        return set.name()
                + switch (set) {
                    case RecordSet.Text text -> " TXT";
                    case RecordSet.WeightedAlias weighted -> " A " + weighted.identifier();
                    case RecordSet.Alias alias -> " A";
                    case RecordSet.Address address -> " A";
                };
    }

    private <T extends RecordSet> Optional<T> find(String zone, String name, Class<T> type) {
        return zone(zone).values().stream()
                .filter(set -> set.name().equals(name) && type.isInstance(set))
                .map(type::cast)
                .findFirst();
    }

    private TreeMap<String, RecordSet> zone(String name) {
        return zones.computeIfAbsent(name, z -> new TreeMap<>());
    }
}
