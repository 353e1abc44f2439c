package emptyrecord.route53.zones;

import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.RecordSetRules;
import emptyrecord.route53.core.ZoneData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An accepted batch, or the record sets of a zone, or a part of them, after compaction.
 *
 * @param snapshot whether the zone is rebuilt from {@code changes}
 */
record BatchLine(
        long seq,
        Instant at,
        String zone,
        boolean snapshot,
        @JsonDeserialize(contentUsing = ChangeReader.class) List<Change> changes)
        implements ZoneLine {

    /** Heap of a snapshot's line before the next begins: as long as the longest batch. Our choice. */
    private static final long SNAPSHOT_BYTES = 128 * 1024;

    /**
     * The lines that represent a whole zone, without the records that Route 53 makes itself. The first rebuilds the
     * zone from nothing, the others add to it.
     */
    static List<BatchLine> snapshot(long seq, Instant at, ZoneData zone, ZoneData made) {
        List<BatchLine> lines = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        long bytes = 0;
        for (RecordSet set : zone.records().values()) {
            if (set.equals(made.records().get(set.key()))) {
                continue;
            }
            changes.add(new Change(Action.UPSERT, set.toSpec()));
            bytes += set.bytes();
            if (bytes >= SNAPSHOT_BYTES) {
                lines.add(new BatchLine(seq, at, zone.id(), lines.isEmpty(), changes));
                changes = new ArrayList<>();
                bytes = 0;
            }
        }
        if (lines.isEmpty() || !changes.isEmpty()) {
            lines.add(new BatchLine(seq, at, zone.id(), lines.isEmpty(), changes));
        }
        return lines;
    }

    /** How many lines {@link #snapshot} makes of a zone at most. */
    static long snapshotLinesMax(ZoneData zone) {
        return 1 + zone.bytes() / SNAPSHOT_BYTES;
    }

    @Override
    public boolean countsAsChange() {
        return !snapshot;
    }

    /** A line that changes nothing: its batch is part of a snapshot before it. */
    static BatchLine remembered(long seq, Instant at, String zone) {
        return new BatchLine(seq, at, zone, false, List.of());
    }

    /**
     * The zone after this line. A line holds only checked changes, so nothing is checked again: ALIASes may have lost
     * their targets since.
     *
     * @param zone as it was before
     * @param made as Route 53 makes it
     */
    ZoneData applyTo(ZoneData zone, Supplier<ZoneData> made) {
        var records = snapshot ? made.get().copy() : zone.copy();
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
