package emptyrecord.route53.core;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A batch of changes to one zone, applied in order and all or nothing. DELETE must match the record set exactly. So a
 * batch that begins with DELETE of the expected record set is a compare-and-swap: the enactors' lock (F35).
 *
 * <p>An ALIAS is checked when it is written: its target must exist after the batch's earlier changes. Deleting the target
 * of an ALIAS is allowed, and nothing checks again. That gap is how the record became empty and stayed so (F38, F39).
 */
public record ChangeBatch(List<Change> changes) {

    public ChangeBatch {
        changes = List.copyOf(changes);
    }

    /**
     * @param zones zones in which the targets of ALIASes in other zones are looked up
     * @param zone the zone as it is now
     */
    public BatchResult applyTo(Zones zones, ZoneData zone) {
        Working working = new Working(zones, zone, zone.copy());
        List<String> reasons = new ArrayList<>();
        for (Change change : changes) {
            try {
                working.apply(change.action(), RecordSetRules.check(change.set()));
            } catch (IllegalArgumentException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        return reasons.isEmpty()
                ? new BatchResult.Accepted(zone.with(working.records))
                : new BatchResult.Refused(reasons);
    }

    /** Approximate heap of the record sets that it makes. */
    public long bytes() {
        return changes.stream()
                .filter(change -> change.action() != Action.DELETE)
                .map(Change::set)
                .mapToLong(set -> RecordSet.bytes(
                        set.name(),
                        set.values().map(RecordSetSpec.Values::texts).orElse(List.of())))
                .sum();
    }

    /** The zone while a batch is being applied; thrown away when one change is refused. */
    private record Working(Zones zones, ZoneData zone, TreeMap<RecordKey, RecordSet> records) {

        void apply(Action action, RecordSet set) {
            if (!set.name().within(zone.apex())) {
                throw new IllegalArgumentException(
                        "RRSet with DNS name " + set.name() + " is not permitted in zone " + zone.apex());
            }
            switch (action) {
                case CREATE -> create(set);
                case DELETE -> delete(set);
                case UPSERT -> put(set);
            }
        }

        private void create(RecordSet set) {
            if (records.containsKey(set.key())) {
                throw new IllegalArgumentException(
                        "Tried to create resource record set " + set.key().describe() + " but it already exists");
            }
            put(set);
        }

        private void delete(RecordSet set) {
            RecordSet current = records.get(set.key());
            String tried = "Tried to delete resource record set " + set.key().describe();
            if (current == null) {
                throw new IllegalArgumentException(tried + " but it was not found");
            }
            if (!current.matches(set)) {
                throw new IllegalArgumentException(tried + " but the values provided do not match the current values");
            }
            if (set.name().equals(zone.apex()) && (set.type() == RecordType.SOA || set.type() == RecordType.NS)) {
                throw new IllegalArgumentException("A HostedZone must contain "
                        + (set.type() == RecordType.SOA
                                ? "exactly one SOA record."
                                : "at least one NS record for the zone itself."));
            }
            records.remove(set.key());
        }

        private void put(RecordSet set) {
            NeighbourRules.check(records, zone.apex(), set);
            if (set.data() instanceof RecordData.Alias alias) {
                AliasRules.check(targetZone(alias), set, alias);
            }
            records.put(set.key(), set);
        }

        private ZoneData targetZone(RecordData.Alias alias) {
            if (alias.zone().equals(zone.id())) {
                return zone.with(records);
            }
            return zones.byId(alias.zone())
                    .orElseThrow(() -> new IllegalArgumentException("The alias target " + alias.target()
                            + " names hosted zone " + alias.zone() + ", but that zone was not found"));
        }
    }
}
