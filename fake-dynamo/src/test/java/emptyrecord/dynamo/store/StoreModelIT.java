package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random writes and transactions against a model of a few lines, with kills in between. A kill leaves the
 * file as it is at that moment, sometimes with a part of another commit behind it.
 */
class StoreModelIT {

    private static final int STEPS = 1500;
    private static final int IDS = 5;

    @TempDir
    Path data = Path.of("unset");

    private final Map<String, Integer> model = new TreeMap<>();
    private int kills;
    private int refused;
    private int torn;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void theStoreHoldsWhatTheModelHolds(long seed) throws IOException {
        play(seed);
        assertThat(kills).as("seed %d", seed).isGreaterThan(10);
        assertThat(torn).as("seed %d", seed).isPositive();
        assertThat(refused).as("seed %d", seed).isBetween(STEPS / 10, STEPS * 9 / 10);
    }

    @Test
    void itHoldsItAfterAnyOtherSeed() throws IOException {
        play(Long.getLong("store.seed", System.nanoTime()));
    }

    private void play(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = data.resolve("store-0");
        Store store = Writes.open(file);
        try {
            for (int step = 0; step < STEPS; step++) {
                String where = "step " + step + ", replay with -Dstore.seed=" + seed;
                write(store, random, where);
                if (random.nextInt(50) == 0) {
                    Path found = killed(file, random);
                    store.close();
                    file = found;
                    store = Writes.open(file);
                    assertThat(Writes.content(store)).as(where).isEqualTo(model);
                }
            }
            assertThat(Writes.content(store)).as("seed %d", seed).isEqualTo(model);
        } finally {
            store.close();
        }
    }

    /** One write, or a transaction of some; both sides decide it. */
    private void write(Store store, Random random, String where) {
        List<String> ids = new ArrayList<>();
        List<Write> writes = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        Map<String, Integer> after = new TreeMap<>(model);
        int size = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(IDS - 2);
        while (writes.size() < size) {
            String id = "d-" + random.nextInt(IDS);
            if (!ids.contains(id)) {
                ids.add(id);
                Optional<Integer> assumed = assumed(id, random);
                writes.add(Writes.ifBefore(action(id, random, after), assumed));
                holds.add(assumed.equals(Optional.ofNullable(model.get(id))));
            }
        }
        List<Decision> decisions = store.transact(writes, all -> {});
        assertThat(decisions)
                .as(where)
                .extracting(d -> d instanceof Decision.Accepted)
                .isEqualTo(holds);
        if (holds.contains(false)) {
            refused++;
        } else {
            model.clear();
            model.putAll(after);
        }
    }

    /** Mostly right. */
    private Optional<Integer> assumed(String id, Random random) {
        return random.nextInt(4) > 0 ? Optional.ofNullable(model.get(id)) : Optional.of(random.nextInt(3));
    }

    private static Write action(String id, Random random, Map<String, Integer> after) {
        int n = random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 0 -> {
                after.remove(id);
                yield Writes.delete(id);
            }
            case 1 -> Writes.check(id);
            default -> {
                after.put(id, n);
                yield Writes.put(id, n);
            }
        };
    }

    /** The files of a process that was killed now. */
    private Path killed(Path folder, Random random) throws IOException {
        Path found = data.resolve("store-" + ++kills);
        Files.createDirectories(found);
        for (String name : List.of("tables.mv.db", "tables.mv.db.log")) {
            Path file = found.resolve(name);
            Files.copy(folder.resolve(name), file);
            tear(file, random);
        }
        return found;
    }

    /** Bytes of a write that did not end, behind the last that did. */
    private void tear(Path file, Random random) throws IOException {
        if (random.nextBoolean()) {
            torn++;
            byte[] all = Files.readAllBytes(file);
            int from = all.length / 2;
            int length = 1 + random.nextInt(20_000);
            Files.write(
                    file,
                    Arrays.copyOfRange(all, from, Math.min(all.length, from + length)),
                    StandardOpenOption.APPEND);
        }
    }
}
