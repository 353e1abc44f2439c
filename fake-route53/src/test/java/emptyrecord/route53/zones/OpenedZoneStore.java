package emptyrecord.route53.zones;

import static emptyrecord.route53.core.Batches.ID;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.journal.Journal;
import emptyrecord.kit.journal.SmallDisk;
import emptyrecord.kit.switchboard.Guard;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.ZoneData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Zones on a disk that can be full, with a publication whose delay can be set. */
abstract class OpenedZoneStore {

    static final Duration WAIT = Duration.ofMillis(50);
    static final long BYTES_MAX = 100_000;
    static final int ZONES_MAX = 4;

    @TempDir
    Path folder;

    final SmallDisk disk = new SmallDisk();
    final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
    final Guard minAnswers = new Guard("dns.min-answers", "test");
    IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.EPOCH, 1);
    Publication publication = new Publication(clock, delay::get);

    @AfterEach
    void stop() {
        publication.close();
    }

    /** Opens the store as a new process does; an earlier one is simply forgotten, as by kill -9. */
    ZoneStore open(List<ZoneData> made) {
        return open(made, BYTES_MAX);
    }

    ZoneStore open(List<ZoneData> made, long bytesMax) {
        publication.close();
        publication = new Publication(clock, delay::get);
        Journal<ZoneLine> journal =
                disk.journal(file(), ZoneLine.class, JsonMapper.builder().build());
        ZoneStore store = new ZoneStore(
                new NewZones(made, Duration.ofSeconds(900)),
                journal,
                clock,
                new ZoneStore.Bounds(WAIT, bytesMax, ZONES_MAX),
                publication,
                minAnswers);
        publication.start();
        return store;
    }

    Path file() {
        return folder.resolve("zones.jsonl");
    }

    static RecordSetSpec longSet(String name, int number) {
        List<String> texts = IntStream.range(0, 125)
                .mapToObj(i -> '"' + "x".repeat(240) + number + "-" + i + '"')
                .toList();
        return RecordSetSpec.ofValues(name + ".db.test", "TXT", 60, texts);
    }

    static boolean exists(ZoneStore store, String name) {
        return store.zones().byId(ID).orElseThrow().exists(RecordName.parse(name));
    }
}
