package emptyrecord.route53.zones;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Compaction;
import emptyrecord.kit.journal.CompactionPolicy;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.LiveState;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.route53.core.BatchResult;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.MinAnswers;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneLine;
import emptyrecord.route53.core.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The control plane's zones. A batch is checked under its zone's lock; if it holds, it is written to the journal, then
 * becomes visible to control reads, then is handed to {@link Publication}, in one step for all zones, so that the order
 * of acceptance, of the journal and of publication is the same. Reads take the current immutable {@link Zones}.
 */
public final class ZoneStore implements AutoCloseable {

    /** Bound on the changes that GetChange knows; the oldest is forgotten. Our choice. */
    private static final int CHANGES_KEPT = 10_000;

    /** Changes that GetChange still knows when the process starts again after a rewrite of the journal. Our choice. */
    private static final int CHANGES_REWRITTEN = 64;

    /** Two lines for each live one, or 16 MB of growth; our choice. */
    private static final CompactionPolicy POLICY = new CompactionPolicy(2_000, 2, 16L << 20);

    private final Journal<ZoneLine> journal;
    private final Compaction<ZoneLine> compaction;
    private final IncidentClock clock;
    private final Duration zoneWait;
    private final Publication publication;
    private final Guard minAnswers;
    private final Map<String, ZoneData> made = new LinkedHashMap<>();
    private final Map<String, ReentrantLock> locks = new HashMap<>();
    private final Map<Long, Instant> submitted = new LinkedHashMap<>();
    private final ReentrantLock commit = new ReentrantLock();
    private final long bytesMax;
    private volatile Zones zones;
    private long lastSeq;

    /**
     * Bounds on requests to the store.
     *
     * @param zoneWait how long a request waits for another one on the same zone, and for room among the accepted batches that
     *     DNS does not have yet; real time
     * @param bytesMax heap that all zones together may take, as {@link ZoneData#bytes} estimates it
     */
    public record Bounds(Duration zoneWait, long bytesMax) {}

    /** @param made the hosted zones as Route 53 makes them; the journal's changes are applied to them */
    public ZoneStore(
            List<ZoneData> made,
            Journal<ZoneLine> journal,
            IncidentClock clock,
            Bounds bounds,
            Publication publication,
            Guard minAnswers) {
        this.journal = journal;
        this.compaction = new Compaction<>(journal, POLICY, LiveState.of(this::snapshotLines, this::snapshot));
        this.clock = clock;
        this.zoneWait = bounds.zoneWait();
        this.bytesMax = bounds.bytesMax();
        this.publication = publication;
        this.minAnswers = minAnswers;
        made.forEach(zone -> this.made.put(zone.id(), zone));
        made.forEach(zone -> locks.put(zone.id(), new ReentrantLock()));
        this.zones = Zones.of(replay());
        publication.restart(zones, lastSeq);
    }

    /** The zones with every accepted batch. */
    public Zones zones() {
        return zones;
    }

    public long journalLines() {
        return journal.lines();
    }

    /** Applies a batch as a whole or not at all. */
    public Submission submit(String zoneId, ChangeBatch batch) {
        ReentrantLock lock = locks.get(zoneId);
        if (lock == null) {
            return new Submission.NoSuchZone();
        }
        if (!acquired(lock)) {
            return new Submission.Busy();
        }
        try {
            Zones now = zones;
            BatchResult result = batch.applyTo(now, now.byId(zoneId).orElseThrow());
            return switch (result) {
                case BatchResult.Refused refused -> new Submission.Refused(refused.reasons());
                case BatchResult.Accepted accepted -> withRoomInPublication(accepted.next(), batch);
            };
        } finally {
            lock.unlock();
        }
    }

    private Submission withRoomInPublication(ZoneData next, ChangeBatch batch) {
        int room = Publication.roomFor(next, batch);
        if (!reserved(room)) {
            return new Submission.Busy();
        }
        boolean accepted = false;
        try {
            Submission submission = guarded(next, batch, room);
            accepted = submission instanceof Submission.Accepted;
            return submission;
        } finally {
            if (!accepted) {
                publication.release(room);
            }
        }
    }

    private Submission guarded(ZoneData next, ChangeBatch batch, int room) {
        commit.lock();
        try {
            if (isTooLarge(next)) {
                return new Submission.Refused(List.of("The hosted zones would hold more than " + bytesMax
                        + " bytes (route53.zones-bytes-max); delete record sets first."));
            }
            List<String> reasons = minAnswers.on() ? MinAnswers.reasons(zones, next) : List.of();
            if (!reasons.isEmpty()) {
                minAnswers.acted();
                return new Submission.Refused(reasons);
            }
            return new Submission.Accepted(accept(next, batch, room));
        } finally {
            commit.unlock();
        }
    }

    /** A batch that makes its zone smaller is never too large. */
    private boolean isTooLarge(ZoneData next) {
        Zones after = zones.with(next);
        long bytes = after.all().stream().mapToLong(ZoneData::bytes).sum();
        return bytes > bytesMax
                && next.bytes() > zones.byId(next.id()).map(ZoneData::bytes).orElse(0L);
    }

    private ChangeInfo accept(ZoneData next, ChangeBatch batch, int room) {
        long seq = lastSeq + 1;
        Instant at = clock.wallInstant();
        journal.append(new ZoneLine(seq, at, next.id(), false, batch.changes()));
        lastSeq = seq;
        remember(seq, at);
        zones = zones.with(next);
        publication.accept(new AcceptedChange(seq, clock.toIncident(at), next, room));
        compaction.runIfDue();
        return new ChangeInfo(ChangeInfo.idOf(seq), false, at);
    }

    /** @param id as ChangeResourceRecordSets returned it */
    public Optional<ChangeInfo> change(String id) {
        commit.lock();
        try {
            return seqOf(id)
                    .flatMap(seq -> Optional.ofNullable(submitted.get(seq))
                            .map(at -> new ChangeInfo(id, publication.published() >= seq, at)));
        } finally {
            commit.unlock();
        }
    }

    /** Each zone, and an empty line for each of the last changes, which keeps its time. */
    private List<ZoneLine> snapshot() {
        List<ZoneLine> lines = new ArrayList<>();
        for (ZoneData zone : zones.all()) {
            ZoneData empty = made.get(zone.id());
            if (empty != null) {
                lines.addAll(ZoneLine.snapshot(lastSeq, clock.wallInstant(), zone, empty));
            }
        }
        submitted.entrySet().stream()
                .skip(Math.max(0, submitted.size() - CHANGES_REWRITTEN))
                .map(change -> ZoneLine.remembered(
                        change.getKey(), change.getValue(), lines.getFirst().zone()))
                .toList()
                .forEach(lines::add);
        return lines;
    }

    private long snapshotLines() {
        long ofZones =
                zones.all().stream().mapToLong(ZoneLine::snapshotLinesMax).sum();
        return ofZones + Math.min(submitted.size(), CHANGES_REWRITTEN);
    }

    private List<ZoneData> replay() {
        Map<String, ZoneData> state = new LinkedHashMap<>(made);
        journal.replay(line -> {
            ZoneData before = state.get(line.zone());
            ZoneData empty = made.get(line.zone());
            if (before == null || empty == null) {
                throw new IllegalStateException("the journal has changes of hosted zone " + line.zone()
                        + ", which route53.zones does not name; add it, or move the journal away to start empty");
            }
            state.put(line.zone(), line.applyTo(before, empty));
            lastSeq = Math.max(lastSeq, line.seq());
            if (!line.snapshot()) {
                remember(line.seq(), line.at());
            }
        });
        return List.copyOf(state.values());
    }

    private void remember(long seq, Instant at) {
        submitted.put(seq, at);
        if (submitted.size() > CHANGES_KEPT) {
            submitted.remove(submitted.keySet().iterator().next());
        }
    }

    private static Optional<Long> seqOf(String id) {
        try {
            return id.startsWith("C") ? Optional.of(Long.parseLong(id.substring(1), 36)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean reserved(int room) {
        try {
            return publication.reserve(room, zoneWait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean acquired(ReentrantLock lock) {
        try {
            return lock.tryLock(zoneWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
