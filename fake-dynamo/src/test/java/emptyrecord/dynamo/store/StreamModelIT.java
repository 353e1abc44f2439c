package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.stream.ChangeKind;
import emptyrecord.dynamo.core.stream.StreamSchema;
import emptyrecord.dynamo.core.stream.StreamView;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.dynamo.store.disk.Durability;
import emptyrecord.dynamo.store.stream.StreamInfo;
import emptyrecord.dynamo.store.stream.StreamLog;
import emptyrecord.dynamo.store.stream.StreamReader;
import emptyrecord.dynamo.store.stream.StreamReader.Numbered;
import emptyrecord.dynamo.store.stream.StreamShard;
import emptyrecord.dynamo.store.stream.StreamTrimmer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream tells exactly what became of its table, after kills too; it ends after a day and at its bound. */
class StreamModelIT {

    private static final Instant START = Instant.parse("2025-10-20T07:00:00Z");
    private static final int STEPS = 600;
    private static final int CACHE = 4 << 20;

    @TempDir
    Path data = Path.of("unset");

    private Instant now = START;

    private Store open(Path folder, long stored) {
        StoreLimits limits = new StoreLimits(stored, 1 << 24, 100, StoreLimits.TOKENS_KEPT, () -> now);
        Store store = StoreStart.open(folder, Durability.PROCESS, CACHE, limits);
        if (store.names().isEmpty()) {
            TableSchema bare = new TableSchema(Writes.TABLE, new KeyAttribute("id", Type.S), Optional.empty(), START);
            store.create(bare.with(streamed(TableOptions.NONE)));
        }
        return store;
    }

    private Store open() {
        return open(data.resolve("store"), 1L << 32);
    }

    private TableOptions streamed(TableOptions options) {
        return options.withStream(new StreamSchema(StreamView.NEW_AND_OLD_IMAGES, now, true));
    }

    private static StreamInfo stream(Store store) {
        return store.streams()
                .read(reader -> reader.list(Optional.empty(), Optional.empty(), 10))
                .getLast();
    }

    private static List<Numbered> records(Store store) {
        return store.streams().read(reader -> {
            StreamInfo info =
                    reader.list(Optional.empty(), Optional.empty(), 10).getLast();
            StreamReader.Bounds all = new StreamReader.Bounds(Integer.MAX_VALUE, Long.MAX_VALUE);
            return reader.records(info, 1, Long.MAX_VALUE, all);
        });
    }

    private static List<StreamShard> shards(Store store) {
        return store.streams().read(reader -> reader.shards(stream(store)));
    }

    /** Each record begins with what the one before it left behind. */
    private static Map<String, Integer> replayed(List<Numbered> records) {
        Map<String, Integer> content = new TreeMap<>();
        long last = 0;
        for (Numbered record : records) {
            assertThat(record.number()).isEqualTo(++last);
            JsonNode images = new JsonMapper().readTree(record.entry().images());
            String id = images.at("/Keys/id/S").asString();
            assertThat(numberIn(images.path("OldImage"))).isEqualTo(Optional.ofNullable(content.get(id)));
            Optional<Integer> after = numberIn(images.path("NewImage"));
            assertThat(record.entry().kind()).isEqualTo(ChangeKind.of(Optional.ofNullable(content.get(id)), after));
            after.ifPresentOrElse(n -> content.put(id, n), () -> content.remove(id));
        }
        return content;
    }

    private static Optional<Integer> numberIn(JsonNode image) {
        return image.isMissingNode()
                ? Optional.empty()
                : Optional.of(Integer.parseInt(image.at("/n/N").asString()));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20_251_020})
    void aStreamPlayedAgainMakesItsTableAlsoAfterAKill(long seed) throws IOException {
        play(seed);
    }

    @Test
    void soItDoesAfterAnyOtherSeed() throws IOException {
        play(Long.getLong("stream.seed", System.nanoTime()));
    }

    private void play(long seed) throws IOException {
        Random random = new Random(seed);
        Path folder = data.resolve("store");
        Store store = open();
        try {
            for (int step = 0; step < STEPS; step++) {
                write(store, random);
                now = now.plusSeconds(random.nextInt(60));
                if (random.nextInt(40) == 0) {
                    Path copy = data.resolve("killed-" + step);
                    copy(folder, copy);
                    store.close();
                    folder = copy;
                    store = open(folder, 1L << 32);
                }
            }
            assertThat(replayed(records(store)))
                    .as("replay with -Dstream.seed=%d", seed)
                    .isEqualTo(Writes.content(store));
        } finally {
            store.close();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void write(Store store, Random random) {
        List<Write> writes = new ArrayList<>();
        int from = random.nextInt(4);
        for (int id = from; id < from + 1 + random.nextInt(3); id++) {
            Write write = random.nextInt(3) == 0 ? Writes.delete("" + id) : Writes.put("" + id, random.nextInt(3));
            writes.add(random.nextInt(4) == 0 ? Writes.ifBefore(write, Optional.of(1)) : write);
        }
        try {
            store.transact(writes, decisions -> {
                if (random.nextInt(10) == 0) {
                    throw Refusal.validation("by chance");
                }
            });
        } catch (Refusal e) {
            assertThat(e).hasMessage("by chance");
        }
    }

    @Test
    void recordsEndAfterADayAndShardsAfterFourHours() {
        try (Store store = open()) {
            for (int hour = 0; hour < 40; hour++) {
                store.write(Writes.put("a", hour), decisions -> {});
                now = now.plus(Duration.ofHours(1));
            }
            List<StreamShard> before = shards(store);
            assertThat(before).hasSize(40 / 4);
            assertThat(before.get(1).parent()).contains(before.get(0));
            assertThat(before.get(0).last()).contains(4L);
            assertThat(before.getLast().last()).isEmpty();
            assertThat(StreamLog.SHARD).isEqualTo(Duration.ofHours(4));
            store.streams().trim();
            List<Numbered> left = records(store);
            assertThat(left).hasSize(24);
            assertThat(left.getFirst().entry().at()).isEqualTo(now.minus(StreamTrimmer.KEPT));
            assertThat(shards(store)).hasSize(24 / 4);
            assertThat(store.streams().<Long>read(reader -> reader.trimmed(stream(store))))
                    .isEqualTo(40 - 24);
        }
    }

    @Test
    void aDisabledStreamGoesADayLaterAndAnEnabledOneStays() {
        try (Store store = open()) {
            store.write(Writes.put("a", 1), decisions -> {});
            store.alter(
                    Writes.TABLE,
                    options -> options.withStream(
                            options.openStream().orElseThrow().disabled()));
            store.alter(Writes.TABLE, this::streamed);
            assertThat(stream(store).since()).as("at the same moment").isEqualTo(START.plusMillis(1));
            now = now.plus(StreamTrimmer.KEPT);
            store.streams().trim();
            assertThat(all(store)).hasSize(2);
            now = now.plusMillis(1);
            store.streams().trim();
            assertThat(all(store)).hasSize(1).allMatch(info -> info.closedAt().isEmpty());
            store.write(Writes.put("a", 2), decisions -> {});
            assertThat(records(store)).hasSize(1);
        }
    }

    private static List<StreamInfo> all(Store store) {
        return store.streams().read(reader -> reader.list(Optional.empty(), Optional.empty(), 10_000));
    }

    /** A quarter of what may be stored. */
    @Test
    void theOldestRecordsMakeRoomAndNoWriteIsRefused() {
        try (Store store = open(data.resolve("small"), 200_000)) {
            for (int n = 0; n < 2_000; n++) {
                store.write(Writes.put("a", n), decisions -> {});
                assertThat(store.streams().bytes()).isLessThanOrEqualTo(50_000);
            }
            List<Numbered> left = records(store);
            assertThat(left).hasSizeGreaterThan(100);
            assertThat(left.getLast().number()).isEqualTo(2_000);
        }
        try (Store store = open(data.resolve("small"), 200_000)) {
            assertThat(store.streams().bytes()).isBetween(20_000L, 50_000L);
        }
    }

    @Test
    void streamsThatAreTurnedOnAndOffAreBounded() {
        try (Store store = open()) {
            for (int turn = 0; turn < 2_200; turn++) {
                store.alter(Writes.TABLE, this::turned);
            }
            assertThat(all(store)).hasSizeBetween(900, 1_000);
        }
    }

    private TableOptions turned(TableOptions options) {
        return options.openStream()
                .map(stream -> options.withStream(stream.disabled()))
                .orElseGet(() -> streamed(options));
    }

    @Test
    void whatExpiresIsMarked() {
        try (Store store = open()) {
            store.alter(Writes.TABLE, options -> options.withExpiry(Optional.of("end")));
            Item item = new Item(Map.of("id", new Str("a"), "end", Numbers.parse("" + now.getEpochSecond())));
            store.write(new Write(Writes.TABLE, new Write.Put(item), Optional.empty(), Bindings.NONE), decisions -> {});
            new Expiry(store, () -> now).deleteExpired();
            store.write(Writes.put("b", 1), decisions -> {});
            store.write(Writes.delete("b"), decisions -> {});
            assertThat(records(store))
                    .extracting(record ->
                            record.entry().kind() + " " + record.entry().expired())
                    .containsExactly("INSERT false", "REMOVE true", "INSERT false", "REMOVE false");
        }
    }
}
