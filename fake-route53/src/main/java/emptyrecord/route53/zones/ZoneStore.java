package emptyrecord.route53.zones;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.route53.core.BatchResult;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.MinAnswers;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneProfile;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.zones.Submission.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The control plane's zones. A batch is checked under its zone's lock; if it holds, it is written to the journal, then
 * becomes visible to control reads, then is handed to {@link Publication}, in one step for all zones, so that the order
 * of acceptance, of the journal and of publication is the same. A zone is made and deleted in the same step. Reads take
 * the current immutable {@link Zones}.
 */
public final class ZoneStore implements AutoCloseable {

    private final NewZones made;
    private final ZoneJournal journal;
    private final IncidentClock clock;
    private final Bounds bounds;
    private final Publication publication;
    private final Guard minAnswers;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final ReentrantLock commit = new ReentrantLock();

    /**
     * Bounds on requests to the store.
     *
     * @param zoneWait how long a request waits for another one on the same zone, and for room among the accepted batches that
     *     DNS does not have yet; real time
     * @param bytesMax heap that all zones together may take, as {@link ZoneData#bytes} estimates it
     * @param zonesMax most hosted zones
     */
    public record Bounds(Duration zoneWait, long bytesMax, int zonesMax) {}

    /** @param made the hosted zones as Route 53 makes them; the journal's changes are applied to them */
    public ZoneStore(
            NewZones made,
            Journal<ZoneLine> journal,
            IncidentClock clock,
            Bounds bounds,
            Publication publication,
            Guard minAnswers) {
        this.made = made;
        this.journal = new ZoneJournal(made, journal, clock);
        this.clock = clock;
        this.bounds = bounds;
        this.publication = publication;
        this.minAnswers = minAnswers;
        zones().all().forEach(zone -> locks.put(zone.id(), new ReentrantLock()));
        publication.restart(zones(), this.journal.lastSeq());
    }

    /** The zones with every accepted change. */
    public Zones zones() {
        return journal.zones();
    }

    /** The region's own zones, which the settings name. */
    public List<ZoneData> regional() {
        return List.copyOf(made.regional().values());
    }

    public long journalLines() {
        return journal.lines();
    }

    /** Applies a batch as a whole or not at all. */
    public Submission submit(String zoneId, ChangeBatch batch) {
        return holding(zoneId, zone -> switch (batch.applyTo(zones(), zone)) {
            case BatchResult.Refused refused -> new Submission.Refused(refused.reasons());
            case BatchResult.Accepted accepted -> {
                ZoneData next = accepted.next();
                int room = Publication.roomFor(next, batch.bytes());
                yield withRoom(room, () -> guarded(next, batch, room));
            }
        });
    }

    private Submission guarded(ZoneData next, ChangeBatch batch, int room) {
        if (isTooLarge(next)) {
            return new Submission.Refused(List.of(tooLarge()));
        }
        List<String> reasons = minAnswers.on() ? MinAnswers.reasons(zones(), next) : List.of();
        if (!reasons.isEmpty()) {
            minAnswers.acted();
            return new Submission.Refused(reasons);
        }
        long seq = journal.lastSeq() + 1;
        return accept(new BatchLine(seq, clock.wallInstant(), next.id(), false, batch.changes()), next, true, room);
    }

    /** Makes a zone with its SOA and NS. */
    public Submission create(RecordName name, ZoneProfile profile) {
        int room = Publication.roomFor(made.make("Z", name.text()), profile.bytes());
        return withRoom(room, () -> {
            long seq = journal.lastSeq() + 1;
            ZoneData zone = made.make(idOf(seq), name.text()).with(profile);
            Optional<Submission> rejected = rejection(zone);
            if (rejected.isPresent()) {
                return rejected.get();
            }
            Optional<HostedZoneLine.Made> told = HostedZoneLine.made(zone);
            Submission accepted =
                    accept(new HostedZoneLine(seq, clock.wallInstant(), zone.id(), true, told), zone, true, room);
            locks.put(zone.id(), new ReentrantLock());
            return accepted;
        });
    }

    /** Never used again, as the number is not; behind the region's own ids in every listing. */
    private static String idOf(long seq) {
        return "Z1" + KnownChanges.digits(seq, 12);
    }

    private Optional<Submission> rejection(ZoneData zone) {
        List<ZoneData> all = zones().all();
        String reference = zone.profile().callerReference();
        if (all.stream().anyMatch(other -> other.profile().callerReference().equals(reference))) {
            return rejected(
                    Rejection.HostedZoneAlreadyExists,
                    "A hosted zone has already been created with the specified caller reference.");
        }
        Optional<ZoneData> same = zones().named(zone.apex());
        if (same.isPresent()) {
            return rejected(
                    Rejection.ConflictingDomainExists,
                    "The hosted zone " + same.get().id() + " has the name " + zone.apex()
                            + " already; all hosted zones share this server, so two cannot have one name.");
        }
        if (all.size() >= bounds.zonesMax()) {
            return rejected(
                    Rejection.TooManyHostedZones,
                    "This account has " + all.size() + " hosted zones, the most there can be (route53.zones-max).");
        }
        return isTooLarge(zone) ? rejected(Rejection.TooManyHostedZones, tooLarge()) : Optional.empty();
    }

    /** Deletes a zone that has nothing but its SOA and NS. */
    public Submission delete(String zoneId) {
        Submission submission = holding(zoneId, zone -> {
            if (made.isRegional(zoneId)) {
                return new Submission.Rejected(
                        Rejection.InvalidInput,
                        "The hosted zone " + zoneId + " is the region's own (route53.zones) and cannot be deleted.");
            }
            if (!zone.isBare()) {
                return new Submission.Rejected(
                        Rejection.HostedZoneNotEmpty,
                        "The specified hosted zone contains non-required resource record sets and so cannot be deleted.");
            }
            int room = Publication.roomFor(zone, 0);
            return withRoom(room, () -> {
                long seq = journal.lastSeq() + 1;
                ZoneLine line = new HostedZoneLine(seq, clock.wallInstant(), zoneId, true, Optional.empty());
                return accept(line, zone, false, room);
            });
        });
        if (submission instanceof Submission.Accepted) {
            locks.remove(zoneId);
        }
        return submission;
    }

    /**
     * Changes a zone's profile.
     *
     * @throws IllegalArgumentException as {@code change} does
     */
    public Submission describe(String zoneId, UnaryOperator<ZoneProfile> change) {
        return holding(
                zoneId,
                zone -> committed(() -> {
                    ZoneData next = zone.with(change.apply(zone.profile()));
                    if (isTooLarge(next)) {
                        return new Submission.Rejected(Rejection.InvalidInput, tooLarge());
                    }
                    journal.accept(
                            HostedZoneLine.told(journal.lastSeq(), clock.wallInstant(), next), zones().with(next));
                    journal.compactIfDue();
                    return new Submission.Described(next);
                }));
    }

    /** @param id as the request that made the change returned it */
    public Optional<ChangeInfo> change(String id) {
        return committed(() -> journal.change(id, publication.published()));
    }

    private static Optional<Submission> rejected(Rejection rejection, String message) {
        return Optional.of(new Submission.Rejected(rejection, message));
    }

    private String tooLarge() {
        return "The hosted zones would hold more than " + bounds.bytesMax()
                + " bytes (route53.zones-bytes-max); delete record sets first.";
    }

    /** A change that makes its zone smaller is never too large. */
    private boolean isTooLarge(ZoneData next) {
        long others = zones().all().stream()
                .filter(zone -> !zone.id().equals(next.id()))
                .mapToLong(ZoneData::bytes)
                .sum();
        return others + next.bytes() > bounds.bytesMax()
                && next.bytes() > zones().byId(next.id()).map(ZoneData::bytes).orElse(0L);
    }

    private Submission accept(ZoneLine line, ZoneData zone, boolean stays, int room) {
        journal.accept(line, stays ? zones().with(zone) : zones().without(zone.id()));
        Optional<ZoneData> next = stays ? Optional.of(zone) : Optional.empty();
        Instant accepted = clock.toIncident(line.at());
        publication.accept(new AcceptedChange(line.seq(), accepted, zone.id(), next, room));
        journal.compactIfDue();
        return new Submission.Accepted(new ChangeInfo(ChangeInfo.idOf(line.seq()), false, line.at()), zone);
    }

    private Submission holding(String zoneId, Function<ZoneData, Submission> work) {
        ReentrantLock lock = locks.get(zoneId);
        if (lock == null) {
            return new Submission.NoSuchZone();
        }
        if (!waited(() -> lock.tryLock(bounds.zoneWait().toMillis(), TimeUnit.MILLISECONDS))) {
            return new Submission.Busy();
        }
        try {
            return zones().byId(zoneId).map(work).orElseGet(Submission.NoSuchZone::new);
        } finally {
            lock.unlock();
        }
    }

    private Submission withRoom(int room, Supplier<Submission> work) {
        if (!waited(() -> publication.reserve(room, bounds.zoneWait()))) {
            return new Submission.Busy();
        }
        boolean accepted = false;
        try {
            Submission submission = committed(work);
            accepted = submission instanceof Submission.Accepted;
            return submission;
        } finally {
            if (!accepted) {
                publication.release(room);
            }
        }
    }

    private <T> T committed(Supplier<T> work) {
        commit.lock();
        try {
            return work.get();
        } finally {
            commit.unlock();
        }
    }

    private interface Waiting {
        boolean get() throws InterruptedException;
    }

    private static boolean waited(Waiting waiting) {
        try {
            return waiting.get();
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
