package emptyrecord.route53.zones;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The zones on disk: every accepted change in its order, the known changes, and the zones that they make. Not
 * thread-safe; reads of {@link #zones} are.
 */
final class ZoneJournal implements AutoCloseable {

    /** Changes that GetChange still knows when the process starts again after a rewrite of the journal. Our choice. */
    private static final int CHANGES_REWRITTEN = 64;

    /** Two lines for each live one, or 16 MB of growth; our choice. */
    private static final CompactionPolicy POLICY = new CompactionPolicy(2_000, 2, 16L << 20);

    private final NewZones made;
    private final Journal<ZoneLine> journal;
    private final IncidentClock clock;
    private final Compaction<ZoneLine> compaction;
    private final KnownChanges changes = new KnownChanges();
    private volatile Zones zones;
    private long lastSeq;

    ZoneJournal(NewZones made, Journal<ZoneLine> journal, IncidentClock clock) {
        this.made = made;
        this.journal = journal;
        this.clock = clock;
        this.compaction = new Compaction<>(journal, POLICY, LiveState.of(this::snapshotLines, this::snapshot));
        this.zones = Zones.of(replay());
    }

    /** The zones with every accepted change. */
    Zones zones() {
        return zones;
    }

    long lastSeq() {
        return lastSeq;
    }

    long lines() {
        return journal.lines();
    }

    /** Writes a line; then reads see {@code next}. */
    void accept(ZoneLine line, Zones next) {
        journal.append(line);
        lastSeq = line.seq();
        if (line.countsAsChange()) {
            changes.remember(line.seq(), line.at());
        }
        zones = next;
    }

    /** After the line's change was handed on. */
    void compactIfDue() {
        compaction.runIfDue();
    }

    Optional<ChangeInfo> change(String id, long published) {
        return changes.find(id, published);
    }

    private List<ZoneData> replay() {
        Map<String, ZoneData> state = made.regional();
        journal.replay(line -> {
            switch (line) {
                case BatchLine batch -> state.put(batch.zone(), after(batch, state.get(batch.zone())));
                case HostedZoneLine zone ->
                    zone.hostedZone()
                            .ifPresentOrElse(
                                    told -> state.put(zone.zone(), after(zone, told, state.get(zone.zone()))),
                                    () -> state.remove(zone.zone()));
            }
            lastSeq = Math.max(lastSeq, line.seq());
            if (line.countsAsChange()) {
                changes.remember(line.seq(), line.at());
            }
        });
        return List.copyOf(state.values());
    }

    private ZoneData after(BatchLine line, @Nullable ZoneData before) {
        if (before == null) {
            throw new IllegalStateException("the journal has changes of hosted zone " + line.zone()
                    + ", which route53.zones does not name; add it, or move the journal away to start empty");
        }
        return line.applyTo(before, () -> made.make(before.id(), before.apex().text()));
    }

    private ZoneData after(HostedZoneLine line, HostedZoneLine.Made told, @Nullable ZoneData before) {
        ZoneData zone = before == null ? made.make(line.zone(), told.name()) : before;
        return zone.with(told.profile());
    }

    /** Each zone, and an empty line for each of the last changes, which keeps its time. */
    private List<ZoneLine> snapshot() {
        List<ZoneLine> lines = new ArrayList<>();
        List<ZoneData> all = zones.all();
        Instant now = clock.wallInstant();
        for (ZoneData zone : all) {
            ZoneData empty = made.make(zone.id(), zone.apex().text());
            if (!made.isRegional(zone.id()) || !zone.profile().equals(empty.profile())) {
                lines.add(HostedZoneLine.told(lastSeq, now, zone));
            }
            lines.addAll(BatchLine.snapshot(lastSeq, now, zone, empty));
        }
        for (Map.Entry<Long, Instant> change : changes.last(CHANGES_REWRITTEN)) {
            lines.add(BatchLine.remembered(
                    change.getKey(), change.getValue(), all.getFirst().id()));
        }
        return lines;
    }

    private long snapshotLines() {
        long ofZones = zones.all().stream()
                .mapToLong(zone -> 1 + BatchLine.snapshotLinesMax(zone))
                .sum();
        return ofZones + CHANGES_REWRITTEN;
    }

    @Override
    public void close() {
        journal.close();
    }
}
