package emptyrecord.route53.zones;

import static emptyrecord.route53.core.Batches.ID;
import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.batch;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.txt;
import static emptyrecord.route53.core.Batches.upsert;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.SmallDisk;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The store over its journal: what was acknowledged is there after the process is gone without a word. */
class ZoneStoreIT {

    private static final Duration WAIT = Duration.ofMillis(50);
    private static final long BYTES_MAX = 100_000;

    @TempDir
    private Path folder;

    private final SmallDisk disk = new SmallDisk();
    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
    private final Guard minAnswers = new Guard("dns.min-answers", "test");
    private IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.EPOCH, 1);
    private Publication publication = new Publication(clock, delay::get);

    @AfterEach
    void stop() {
        publication.close();
    }

    /** Opens the store as a new process does; an earlier one is simply forgotten, as by kill -9. */
    private ZoneStore open(List<ZoneData> made) {
        return open(made, BYTES_MAX);
    }

    private ZoneStore open(List<ZoneData> made, long bytesMax) {
        publication.close();
        publication = new Publication(clock, delay::get);
        Journal<ZoneLine> journal =
                disk.journal(file(), ZoneLine.class, JsonMapper.builder().build());
        ZoneStore store =
                new ZoneStore(made, journal, clock, new ZoneStore.Bounds(WAIT, bytesMax), publication, minAnswers);
        publication.start();
        return store;
    }

    private Path file() {
        return folder.resolve("zones.jsonl");
    }

    @Test
    void everyAcknowledgedChangeSurvivesAndIsPublishedAtOnce() throws IOException {
        delay.set(Duration.ofDays(1));
        ZoneStore before = open(List.of(zone()));
        before.submit(ID, batch(create(a("plan-1.db.test", "10.0.0.1"))));
        before.submit(ID, batch(create(alias("db.test", "plan-1.db.test")), create(txt("_lock.db.test", "holder=a"))));
        before.submit(ID, batch(delete(a("plan-1.db.test", "10.0.0.1"))));
        Files.writeString(file(), "{\"seq\":4,\"at\":\"2026-01-01T00:0", StandardOpenOption.APPEND);

        ZoneStore after = open(List.of(zone()));

        assertThat(after.zones().byId(ID).orElseThrow().records())
                .isEqualTo(before.zones().byId(ID).orElseThrow().records());
        assertThat(publication.zones().byId(ID).orElseThrow().records()).hasSize(4);
        assertThat(after.change(ChangeInfo.idOf(3)).orElseThrow().inSync()).isTrue();
        assertThat(after.submit(ID, batch(create(a("x.db.test", "10.0.0.1")))))
                .isInstanceOfSatisfying(
                        Submission.Accepted.class,
                        s -> assertThat(s.change().id()).isEqualTo(ChangeInfo.idOf(4)));
    }

    @Test
    void aRefusedBatchLeavesNoLine() {
        ZoneStore store = open(List.of(zone()));
        assertThat(store.submit(ID, batch(create(a("x.db.test", "10.0.0.1")), delete(a("y.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Refused.class);
        assertThat(store.journalLines()).isZero();
        assertThat(store.submit("ZNONE", batch())).isInstanceOf(Submission.NoSuchZone.class);
    }

    @Test
    void theJournalIsCompactedAndStillHoldsEverything() {
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("plan-1.db.test", "10.0.0.1"))));
        store.submit(ID, batch(create(alias("db.test", "plan-1.db.test").weighted("one", 7))));
        store.submit(ID, batch(delete(a("plan-1.db.test", "10.0.0.1"))));
        for (int i = 0; i < 2100; i++) {
            store.submit(ID, batch(upsert(txt("_lock.db.test", "until=" + i))));
        }
        assertThat(store.journalLines()).isLessThan(200);
        String last = ChangeInfo.idOf(2103);

        ZoneStore after = open(List.of(zone()));
        assertThat(after.zones().byId(ID).orElseThrow().records())
                .isEqualTo(store.zones().byId(ID).orElseThrow().records());
        assertThat(after.submit(ID, batch(create(a("x.db.test", "10.0.0.1")))))
                .isInstanceOfSatisfying(
                        Submission.Accepted.class,
                        s -> assertThat(s.change().id()).isEqualTo(ChangeInfo.idOf(2104)));
        assertThat(after.change(last)).hasValueSatisfying(change -> {
            assertThat(change.inSync()).isTrue();
            assertThat(change.submittedAt())
                    .isEqualTo(store.change(last).orElseThrow().submittedAt());
        });
        assertThat(after.change(ChangeInfo.idOf(1990)))
                .as("part of the rewritten journal")
                .isPresent();
    }

    /** A process may end between any two bytes of a line: all of the batch is there afterwards, or nothing of it. */
    @Test
    void aBatchTornAtAnyByteIsThereWholeOrNotAtAll() throws IOException {
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("plan-1.db.test", "10.0.0.1")), create(alias("db.test", "plan-1.db.test"))));
        var one = store.zones().byId(ID).orElseThrow().records();
        int whole = Math.toIntExact(Files.size(file()));
        store.submit(
                ID,
                batch(
                        create(a("plan-2.db.test", "10.0.0.2", "10.0.0.3")),
                        upsert(alias("db.test", "plan-2.db.test")),
                        delete(a("plan-1.db.test", "10.0.0.1"))));
        var two = store.zones().byId(ID).orElseThrow().records();
        byte[] bytes = Files.readAllBytes(file());

        for (int end = whole; end <= bytes.length; end++) {
            Files.write(file(), Arrays.copyOf(bytes, end));
            ZoneStore after = open(List.of(zone()));
            assertThat(after.zones().byId(ID).orElseThrow().records())
                    .as("the journal ends after %s of %s bytes", end, bytes.length)
                    .isEqualTo(end == bytes.length ? two : one);
            after.close();
        }
    }

    /** A rewrite of the journal that was cut short leaves a draft, which nobody reads. */
    @Test
    void aTornRewriteChangesNothing() throws IOException {
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("x.db.test", "10.0.0.1"))));
        Files.writeString(folder.resolve("zones.jsonl.new"), "{\"seq\":1,\"at\":\"2026-01-");

        assertThat(open(List.of(zone())).zones().byId(ID).orElseThrow().records())
                .isEqualTo(store.zones().byId(ID).orElseThrow().records());
    }

    /** Two requests for one zone at a time are too many when the first takes long: the second may be sent again. */
    @Test
    void aRequestBehindASlowOneIsToldSo() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean();
        InstantSource time = () -> {
            if (slow.compareAndSet(true, false)) {
                inside.countDown();
                awaitQuietly(go);
            }
            return Instant.now();
        };
        clock = new IncidentClock(time, Instant.EPOCH, 1);
        ZoneStore store = open(List.of(zone()));
        slow.set(true);
        Thread first = Thread.ofVirtual().start(() -> store.submit(ID, batch(create(a("x.db.test", "10.0.0.1")))));
        inside.await();

        assertThat(store.submit(ID, batch(create(a("y.db.test", "10.0.0.1"))))).isInstanceOf(Submission.Busy.class);
        go.countDown();
        first.join();
        assertThat(store.submit(ID, batch(create(a("y.db.test", "10.0.0.1"))))).isInstanceOf(Submission.Accepted.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void dnsFollowsAfterTheDelayInTheOrderOfAcceptance() {
        delay.set(Duration.ofDays(1));
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("x.db.test", "10.0.0.1"))));
        Submission last = store.submit(ID, batch(upsert(a("x.db.test", "10.0.0.2"))));
        String id = ((Submission.Accepted) last).change().id();

        assertThat(publication.pending()).isPositive();
        assertThat(publication.zones().byId(ID).orElseThrow().exists(RecordName.parse("x.db.test")))
                .isFalse();
        assertThat(store.change(id).orElseThrow().inSync()).isFalse();

        delay.set(Duration.ZERO);
        await().until(() -> store.change(id).orElseThrow().inSync());
        assertThat(publication.zones().byId(ID).orElseThrow().sets(RecordName.parse("x.db.test"), RecordType.A))
                .singleElement()
                .extracting(s -> s.toSpec().values().orElseThrow().texts())
                .isEqualTo(List.of("10.0.0.2"));
    }

    @Test
    void theGuardRefusesAndCountsWhatTheNightAllows() {
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("plan-1.db.test", "10.0.0.1"))));
        store.submit(ID, batch(create(alias("db.test", "plan-1.db.test"))));

        minAnswers.set(true);
        assertThat(store.submit(ID, batch(delete(a("plan-1.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Refused.class);
        assertThat(minAnswers.timesActed()).isEqualTo(1);

        minAnswers.set(false);
        assertThat(store.submit(ID, batch(delete(a("plan-1.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void aZoneThatTheSettingsForgotStopsTheStart() {
        open(List.of(zone())).submit(ID, batch(create(a("x.db.test", "10.0.0.1"))));
        assertThatThrownBy(() -> open(List.of(ZoneData.create("Z99", "other.test", 900))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("route53.zones");
    }

    /** The disk is full: what the journal has not is not visible, not published, and not there after a restart. */
    @Test
    void whatTheDiskDoesNotTakeIsRefusedAndNotThere() {
        ZoneStore store = open(List.of(zone()));
        store.submit(ID, batch(create(a("x.db.test", "10.0.0.1"))));
        disk.free(40);

        assertThatThrownBy(() -> store.submit(ID, batch(create(a("y.db.test", "10.0.0.1")))))
                .hasMessageContaining("is the disk full?");
        assertThat(exists(store, "y.db.test")).isFalse();

        disk.free(Long.MAX_VALUE);
        store.submit(ID, batch(create(a("z.db.test", "10.0.0.1"))));
        ZoneStore after = open(List.of(zone()));
        assertThat(exists(after, "x.db.test")).isTrue();
        assertThat(exists(after, "y.db.test")).isFalse();
        assertThat(exists(after, "z.db.test")).isTrue();
    }

    /** The disk takes lines but no second copy of the file: every batch is acknowledged, and there after a restart. */
    @Test
    void aCompactionThatDoesNotFitTurnsNoAcceptedBatchIntoARefusal() {
        ZoneStore store = open(List.of(zone()));
        int refused = 0;
        for (int i = 0; i < 2400; i++) {
            disk.free(600);
            refused +=
                    store.submit(ID, batch(upsert(txt("_lock.db.test", "until=" + i)))) instanceof Submission.Accepted
                            ? 0
                            : 1;
        }
        assertThat(refused).isZero();
        assertThat(store.journalLines()).as("could not be rewritten").isEqualTo(2400);
        assertThat(folder.resolve("zones.jsonl.new")).doesNotExist();

        disk.free(Long.MAX_VALUE);
        ZoneStore after = open(List.of(zone()));
        assertThat(after.zones().byId(ID).orElseThrow().records())
                .isEqualTo(store.zones().byId(ID).orElseThrow().records());
        assertThat(after.submit(ID, batch(create(a("x.db.test", "10.0.0.1"))))).isInstanceOf(Submission.Accepted.class);
        assertThat(after.journalLines()).as("and now it could").isLessThan(200);
    }

    @Test
    void zonesAreAsLargeAsTheHeapAllowsAndMayAlwaysShrink() {
        ZoneStore store = open(List.of(zone()));
        int accepted = 0;
        while (store.submit(ID, batch(create(a("n" + accepted + ".db.test", "10.0.0.1"))))
                instanceof Submission.Accepted) {
            accepted++;
        }
        assertThat(store.zones().byId(ID).orElseThrow().bytes()).isBetween(BYTES_MAX - 1000, BYTES_MAX);
        assertThat(store.submit(ID, batch(create(a("more.db.test", "10.0.0.1")))))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        r -> assertThat(r.reasons()).singleElement().asString().contains("route53.zones-bytes-max"));
        assertThat(store.submit(ID, batch(delete(a("n0.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
        assertThat(store.submit(ID, batch(create(a("more.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
    }

    /** Few batches of long values fill a disk too: the journal is rewritten after so many bytes as well. */
    @Test
    void theJournalOfLongBatchesIsRewrittenAfterItsBytes() throws IOException {
        ZoneStore store = open(List.of(zone()), 100 * BYTES_MAX);
        for (int i = 0; i < 20; i++) {
            store.submit(ID, batch(create(longSet("kept" + i, i))));
        }
        long longest = 0;
        for (int i = 0; i < 800; i++) {
            store.submit(ID, batch(upsert(longSet("again", i))));
            longest = Math.max(longest, Files.size(file()));
        }
        assertThat(longest).isBetween(15L << 20, 17L << 20);
        assertThat(store.journalLines()).isLessThan(800);

        ZoneStore after = open(List.of(zone()), 100 * BYTES_MAX);
        assertThat(after.zones().byId(ID).orElseThrow().records())
                .isEqualTo(store.zones().byId(ID).orElseThrow().records());
    }

    /** A record set that is written anew again and again keeps the zone small and what waits large. */
    @Test
    void whatWaitsIsBoundedByItsBytesToo() {
        delay.set(Duration.ofDays(1));
        ZoneStore store = open(List.of(zone()), 100 * BYTES_MAX);
        int accepted = 0;
        while (store.submit(ID, batch(upsert(longSet("again", accepted)))) instanceof Submission.Accepted) {
            accepted++;
        }
        assertThat(accepted).isBetween(20, 40);
        delay.set(Duration.ZERO);
        await().untilAsserted(() -> assertThat(store.submit(ID, batch(upsert(longSet("again", -1)))))
                .isInstanceOf(Submission.Accepted.class));
    }

    private static RecordSetSpec longSet(String name, int number) {
        List<String> texts = IntStream.range(0, 125)
                .mapToObj(i -> '"' + "x".repeat(240) + number + "-" + i + '"')
                .toList();
        return RecordSetSpec.ofValues(name + ".db.test", "TXT", 60, texts);
    }

    @Test
    void batchesThatWaitForDnsAreBoundedAndNoneIsLost() {
        delay.set(Duration.ofDays(1));
        ZoneStore store = open(List.of(zone()), 10 * BYTES_MAX);
        int accepted = 0;
        Submission last = store.submit(ID, batch(create(a("n0.db.test", "10.0.0.1"))));
        while (last instanceof Submission.Accepted) {
            accepted++;
            last = store.submit(ID, batch(create(a("n" + accepted + ".db.test", "10.0.0.1"))));
        }
        assertThat(last).isInstanceOf(Submission.Busy.class);
        // The zone that waits for the n-th time has n + 2 record sets: SOA and NS too.
        assertThat(accepted).isBetween(250, 320);
        assertThat(store.zones().byId(ID).orElseThrow().records()).hasSize(accepted + 2);
        assertThat(store.journalLines()).isEqualTo(accepted);

        delay.set(Duration.ZERO);
        int all = accepted;
        await().untilAsserted(() ->
                assertThat(publication.zones().byId(ID).orElseThrow().records()).hasSize(all + 2));
        assertThat(store.submit(ID, batch(create(a("next.db.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
    }

    private static boolean exists(ZoneStore store, String name) {
        return store.zones().byId(ID).orElseThrow().exists(RecordName.parse(name));
    }
}
