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
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.route53.core.RecordName;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The store over its journal: what was acknowledged is there after the process is gone without a word. */
class ZoneStoreIT {

    @TempDir
    private Path folder;

    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
    private final Guard minAnswers = new Guard("dns.min-answers", "test");
    private final IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.EPOCH, 1);
    private Publication publication = new Publication(clock, delay::get);

    @AfterEach
    void stop() {
        publication.close();
    }

    /** Opens the store as a new process does; an earlier one is simply forgotten, as by kill -9. */
    private ZoneStore open(List<ZoneData> made) {
        publication.close();
        publication = new Publication(clock, delay::get);
        Journal<ZoneLine> journal =
                new Journal<>(file(), ZoneLine.class, JsonMapper.builder().build());
        ZoneStore store = new ZoneStore(made, journal, clock, publication, minAnswers);
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

        ZoneStore after = open(List.of(zone()));
        assertThat(after.zones().byId(ID).orElseThrow().records())
                .isEqualTo(store.zones().byId(ID).orElseThrow().records());
        assertThat(after.submit(ID, batch(create(a("x.db.test", "10.0.0.1")))))
                .isInstanceOfSatisfying(
                        Submission.Accepted.class,
                        s -> assertThat(s.change().id()).isEqualTo(ChangeInfo.idOf(2104)));
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
}
