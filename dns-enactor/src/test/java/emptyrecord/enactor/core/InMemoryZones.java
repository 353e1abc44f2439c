package emptyrecord.enactor.core;

import emptyrecord.enactor.core.Batch.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Route 53 as enactors see it: all or nothing, exact DELETE, no ALIAS to a missing target, blind deletion (F39). */
final class InMemoryZones {

    private final Map<String, TreeMap<String, RecordSet>> zones = new HashMap<>();
    private long accepted;

    /** All keys of a name are adjacent: name, type, identifier, separated by a blank. */
    private static String key(RecordSet set) {
        return switch (set) {
            case RecordSet.Text t -> t.name() + " TXT";
            case RecordSet.WeightedAlias w -> w.name() + " " + w.type() + " " + w.identifier();
            case RecordSet.Alias a -> a.name() + " " + a.type();
            case RecordSet.Address a -> a.name() + " " + a.type();
        };
    }

    private static Collection<RecordSet> named(TreeMap<String, RecordSet> zone, String name) {
        return zone.subMap(name + " ", name + "!").values();
    }

    BatchOutcome apply(Batch batch) {
        TreeMap<String, RecordSet> working = new TreeMap<>(zone(batch.zone()));
        for (Change change : batch.changes()) {
            Optional<String> refusal = apply(working, change);
            if (refusal.isPresent()) {
                return new BatchOutcome.Refused(refusal.get());
            }
        }
        zones.put(batch.zone(), working);
        accepted++;
        return new BatchOutcome.Applied("C" + Long.toString(accepted, 36).toUpperCase(Locale.ROOT));
    }

    private static Optional<String> apply(TreeMap<String, RecordSet> working, Change change) {
        RecordSet set = change.set();
        RecordSet there = working.get(key(set));
        switch (change.op()) {
            case DELETE -> {
                if (!set.equals(there)) {
                    return Optional.of("Tried to delete " + set.name() + " but it was not found as given");
                }
                working.remove(key(set));
                return Optional.empty();
            }
            case CREATE -> {
                if (there != null) {
                    return Optional.of("Tried to create " + set.name() + " but it already exists");
                }
            }
            case UPSERT -> {}
        }
        Optional<String> target = targetOf(set);
        if (target.filter(t -> named(working, t, typeOf(set)).isEmpty()).isPresent()) {
            return Optional.of("Tried to create an alias that targets " + target.get() + ", type " + typeOf(set)
                    + ", but that target was not found");
        }
        working.put(key(set), set);
        return Optional.empty();
    }

    private static Optional<String> targetOf(RecordSet set) {
        return switch (set) {
            case RecordSet.Alias a -> Optional.of(a.target());
            case RecordSet.WeightedAlias w -> Optional.of(w.target());
            case RecordSet.Address a -> Optional.empty();
            case RecordSet.Text t -> Optional.empty();
        };
    }

    private static String typeOf(RecordSet set) {
        return key(set).split(" ", -1)[1];
    }

    private static List<RecordSet> named(TreeMap<String, RecordSet> zone, String name, String type) {
        return named(zone, name).stream()
                .filter(set -> typeOf(set).equals(type))
                .toList();
    }

    ZoneHead peek(String zone) {
        ZoneNames names = new ZoneNames(zone);
        return new ZoneHead(
                names,
                find(zone, names.zone(), "A", RecordSet.Alias.class),
                find(zone, names.zone(), "AAAA", RecordSet.Alias.class),
                find(zone, names.lock(), "TXT", RecordSet.Text.class),
                find(zone, names.version(), "TXT", RecordSet.Text.class));
    }

    Optional<String> rollback(String zone) {
        return rollback(zone, "A");
    }

    Optional<String> rollback(String zone, String type) {
        return find(zone, new ZoneNames(zone).rollback(), type, RecordSet.Alias.class)
                .map(RecordSet.Alias::target);
    }

    List<PlanTree> trees(String zone) {
        Map<PlanGeneration, List<RecordSet>> found = new TreeMap<>();
        List<RecordSet> sets = new ArrayList<>(zone(zone).values());
        sets.sort(
                (a, b) -> Boolean.compare(a instanceof RecordSet.WeightedAlias, b instanceof RecordSet.WeightedAlias));
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

    /** How many addresses the customers' name can answer now: NOERROR with none is the outage (F2). */
    int answers(String zone) {
        return answers(zone, "A");
    }

    int answers(String zone, String type) {
        return follow(zone, zone, type);
    }

    private int follow(String zone, String name, String type) {
        int found = 0;
        for (RecordSet set : named(zone(zone), name, type)) {
            found += switch (set) {
                case RecordSet.Address a -> 1;
                case RecordSet.Alias a -> follow(zone, a.target(), type);
                case RecordSet.WeightedAlias w -> follow(zone, w.target(), type);
                case RecordSet.Text t -> 0;
            };
        }
        return found;
    }

    private <T extends RecordSet> Optional<T> find(String zone, String name, String type, Class<T> kind) {
        return named(zone(zone), name, type).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private TreeMap<String, RecordSet> zone(String name) {
        return zones.computeIfAbsent(name, z -> new TreeMap<>());
    }
}
