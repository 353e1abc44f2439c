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

import emptyrecord.kit.journal.Journal;
import emptyrecord.route53.core.Failover;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.RecordType;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.ZoneProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The zones' journal: kills, full disks and rewrites. */
class ZoneJournalIT extends OpenedZoneStore {

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

    /** Zones that were made, told something or deleted are so after kill -9, before and after a rewrite of the journal. */
    @Test
    void zonesByRequestAreThereAfterAStartAndAfterARewrite() throws IOException {
        ZoneStore store = open(List.of(zone()));
        String kept = made(store, "kept.test");
        String gone = made(store, "gone.test");
        store.submit(kept, batch(create(a("*.kept.test", "10.0.0.1"))));
        store.describe(kept, p -> p.withComment(Optional.of("c")).withTags(Map.of("k", "v")));
        store.describe(ID, p -> p.withTags(Map.of("of", "the region")));
        String last = ((Submission.Accepted) store.delete(gone)).change().id();
        Files.writeString(file(), "{\"seq\":9,\"at\":\"2026-01-01T00:0", StandardOpenOption.APPEND);

        ZoneStore after = open(List.of(zone()));
        assertThat(after.zones().all()).isEqualTo(store.zones().all());
        assertThat(publication.zones().all()).isEqualTo(store.zones().all());
        assertThat(after.change(last)).isPresent();
        for (int i = 0; i < 2100; i++) {
            after.submit(ID, batch(upsert(txt("_lock.db.test", "until=" + i))));
        }
        assertThat(after.journalLines()).isLessThan(200);

        ZoneStore rewritten = open(List.of(zone()));
        assertThat(rewritten.zones().all()).isEqualTo(after.zones().all());
        assertThat(made(rewritten, "gone.test")).isNotIn(kept, gone);
    }

    private static String made(ZoneStore store, String name) {
        return ((Submission.Accepted) store.create(RecordName.parse(name), ZoneProfile.of(name)))
                .zone()
                .id();
    }

    /** Lines of before there were zones by request. */
    @Test
    void aJournalOfBatchesOnlyIsReadAsEver() {
        try (Journal<BatchLine> journal = disk.journal(file(), BatchLine.class, new JsonMapper())) {
            journal.append(new BatchLine(1, Instant.EPOCH, ID, false, List.of(create(a("x.db.test", "10.0.0.1")))));
        }
        assertThat(exists(open(List.of(zone())), "x.db.test")).isTrue();
    }

    /** A line as it was written before there were failover pairs and health checks. */
    @Test
    void anOldLineIsReadAsEver() {
        String old = """
                {"seq":1,"at":"2026-01-01T00:00:00Z","zone":"Z01","snapshot":false,"changes":[{"action":"UPSERT","set":
                {"name":"w.db.test.","type":"A","weighted":{"setIdentifier":"one","weight":7},
                "values":{"ttl":60,"texts":["10.0.0.1"]},"alias":null}}]}""";
        JsonMapper json = new JsonMapper();
        try (Journal<JsonNode> journal = disk.journal(file(), JsonNode.class, json)) {
            journal.append(json.readTree(old));
        }
        ZoneData zone = open(List.of(zone())).zones().byId(ID).orElseThrow();
        assertThat(zone.sets(RecordName.parse("w.db.test"), RecordType.A))
                .singleElement()
                .extracting(RecordSet::toSpec)
                .isEqualTo(a("w.db.test.", "10.0.0.1").weighted("one", 7));
    }

    @Test
    void aFailoverPairAndItsHealthCheckAreThereAfterAStart() {
        ZoneStore store = open(List.of(zone()));
        store.submit(
                ID,
                batch(
                        create(a("f.db.test", "10.0.0.1")
                                .failover("p", Failover.Role.PRIMARY)
                                .checkedBy("h1")),
                        create(a("f.db.test", "10.0.0.2").failover("s", Failover.Role.SECONDARY)),
                        create(alias("e.db.test", "f.db.test")
                                .evaluatingTargetHealth()
                                .weighted("w", 1))));
        var before = store.zones().byId(ID).orElseThrow().records();
        assertThat(before).hasSize(5);
        assertThat(open(List.of(zone())).zones().byId(ID).orElseThrow().records())
                .isEqualTo(before);
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
}
