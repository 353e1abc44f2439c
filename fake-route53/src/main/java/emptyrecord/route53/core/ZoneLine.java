package emptyrecord.route53.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the zones' journal: an accepted batch, or a whole zone after compaction.
 *
 * @param seq number of the change, counted over all zones from 1
 * @param at wall time of acceptance
 * @param zone id of the hosted zone
 * @param snapshot whether the zone is made anew from {@code changes}
 */
public record ZoneLine(long seq, Instant at, String zone, boolean snapshot, List<Change> changes) {

    /** The line that stands for a whole zone; what Route 53 makes itself is left out. */
    public static ZoneLine snapshot(long seq, Instant at, ZoneData zone, ZoneData made) {
        List<Change> all = new ArrayList<>();
        for (RecordSet set : zone.records().values()) {
            if (!set.equals(made.records().get(set.key()))) {
                all.add(new Change(Action.UPSERT, set.toSpec()));
            }
        }
        return new ZoneLine(seq, at, zone.id(), true, all);
    }

    /** A line that changes nothing: its batch is part of a snapshot before it. */
    public static ZoneLine remembered(long seq, Instant at, String zone) {
        return new ZoneLine(seq, at, zone, false, List.of());
    }

    /**
     * The zone after this line. A line holds only what was checked before it was written, so nothing is checked again:
     * ALIASes may have lost their targets since.
     *
     * @param zone as it was before
     * @param made as Route 53 makes it
     */
    public ZoneData applyTo(ZoneData zone, ZoneData made) {
        var records = snapshot ? made.copy() : zone.copy();
        for (Change change : changes) {
            RecordSet set = RecordSetRules.check(change.set());
            if (change.action() == Action.DELETE) {
                records.remove(set.key());
            } else {
                records.put(set.key(), set);
            }
        }
        return zone.with(records);
    }
}
