package emptyrecord.route53.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of the zones' journal: an accepted batch, or a zone, or a part of it, after compaction.
 *
 * @param seq number of the change, counted over all zones from 1
 * @param at wall time of acceptance
 * @param zone id of the hosted zone
 * @param snapshot whether the zone is rebuilt from {@code changes}
 */
public record ZoneLine(long seq, Instant at, String zone, boolean snapshot, List<Change> changes) {

    /** Heap of a snapshot's line before the next begins: as long as the longest batch. Our choice. */
    private static final long SNAPSHOT_BYTES = 128 * 1024;

    /**
     * The lines that represent a whole zone, without the records that Route 53 makes itself. The first rebuilds the
     * zone from nothing, the others add to it.
     */
    public static List<ZoneLine> snapshot(long seq, Instant at, ZoneData zone, ZoneData made) {
        List<ZoneLine> lines = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        long bytes = 0;
        for (RecordSet set : zone.records().values()) {
            if (set.equals(made.records().get(set.key()))) {
                continue;
            }
            changes.add(new Change(Action.UPSERT, set.toSpec()));
            bytes += set.bytes();
            if (bytes >= SNAPSHOT_BYTES) {
                lines.add(new ZoneLine(seq, at, zone.id(), lines.isEmpty(), changes));
                changes = new ArrayList<>();
                bytes = 0;
            }
        }
        if (lines.isEmpty() || !changes.isEmpty()) {
            lines.add(new ZoneLine(seq, at, zone.id(), lines.isEmpty(), changes));
        }
        return lines;
    }

    /** How many lines {@link #snapshot} makes of a zone at most. */
    public static long snapshotLinesMax(ZoneData zone) {
        return 1 + zone.bytes() / SNAPSHOT_BYTES;
    }

    /** A line that changes nothing: its batch is part of a snapshot before it. */
    public static ZoneLine remembered(long seq, Instant at, String zone) {
        return new ZoneLine(seq, at, zone, false, List.of());
    }

    /**
     * The zone after this line. A line holds only checked changes, so nothing is checked again: ALIASes may have lost
     * their targets since.
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
