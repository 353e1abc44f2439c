package emptyrecord.route53.zones;

import static emptyrecord.route53.core.Batches.ID;
import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.batch;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.txt;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the control plane accepts and refuses. */
class ZoneStoreIT extends OpenedZoneStore {

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

    private static ZoneData made(Submission outcome) {
        assertThat(outcome).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) outcome).zone();
    }

    private static Submission make(ZoneStore store, String name, String reference) {
        return store.create(RecordName.parse(name), ZoneProfile.of(reference));
    }

    private static void assertRejected(Submission outcome, Submission.Rejection rejection) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Submission.Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(rejection));
    }

    /** A zone that is made answers after its delay, takes batches, and is gone from DNS when it is deleted. */
    @Test
    void aZoneIsMadeServedAndDeleted() {
        ZoneStore store = open(List.of(zone()));
        String id = made(make(store, "new.test", "one")).id();
        assertThat(store.submit(id, batch(create(a("x.new.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
        assertRejected(store.delete(id), Submission.Rejection.HostedZoneNotEmpty);
        await().until(() ->
                publication.zones().byId(id).filter(z -> !z.isBare()).isPresent());

        assertThat(store.submit(id, batch(delete(a("x.new.test", "10.0.0.1")))))
                .isInstanceOf(Submission.Accepted.class);
        assertThat(store.delete(id)).isInstanceOf(Submission.Accepted.class);
        assertThat(store.zones().byId(id)).isEmpty();
        await().until(() -> publication.zones().byId(id).isEmpty());
        assertThat(store.submit(id, batch(create(a("x.new.test", "10.0.0.1")))))
                .isInstanceOf(Submission.NoSuchZone.class);
        assertThat(store.delete(id)).isInstanceOf(Submission.NoSuchZone.class);
        assertThat(made(make(store, "new.test", "one")).id())
                .as("never used again")
                .isNotEqualTo(id);
    }

    @Test
    void aZoneThatCannotBeIsRejectedAndLeavesNoLine() {
        ZoneStore store = open(List.of(zone()));
        made(make(store, "one.test", "one"));
        made(make(store, "below.one.test", "two"));
        assertRejected(make(store, "other.test", "one"), Submission.Rejection.HostedZoneAlreadyExists);
        assertRejected(make(store, "ONE.test.", "three"), Submission.Rejection.ConflictingDomainExists);
        made(make(store, "three.test", "three"));
        assertRejected(make(store, "four.test", "four"), Submission.Rejection.TooManyHostedZones);
        assertRejected(store.delete(ID), Submission.Rejection.InvalidInput);
        assertThat(store.journalLines()).isEqualTo(3);
    }

    @Test
    void tagsCountTowardsTheHeapToo() {
        ZoneStore store = open(List.of(zone()), 4_000);
        Map<String, String> tags =
                IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v".repeat(256)));
        assertRejected(store.describe(ID, profile -> profile.withTags(tags)), Submission.Rejection.InvalidInput);
        assertThat(store.zones().byId(ID).orElseThrow().profile().tags()).isEmpty();
        assertRejected(make(store, "more.test", "r".repeat(128)), Submission.Rejection.TooManyHostedZones);
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
}
