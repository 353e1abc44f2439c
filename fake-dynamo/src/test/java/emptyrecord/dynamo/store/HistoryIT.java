package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.history.Call;
import emptyrecord.dynamo.history.Clients;
import emptyrecord.dynamo.history.Registers;
import emptyrecord.dynamo.history.StrictOrder;
import emptyrecord.dynamo.store.disk.CutDisk;
import emptyrecord.dynamo.store.disk.Durability;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients at the same time on the store's own interface, with power cuts in between: one order explains all that they saw,
 * and what is there after each cut. The same clients find a lost update and a dirty read that are planted.
 */
class HistoryIT {

    private static final int ROUNDS = 25;
    private static final Set<String> ALL = new HashSet<>(Clients.NAMES);

    @TempDir
    Path data = Path.of("unset");

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void oneOrderExplainsAll(long seed) {
        assertThat(anomalies(seed, store -> store)).as("seed %d", seed).isZero();
    }

    @Test
    void oneOrderExplainsAllWithAnyOtherSeed() {
        long seed = Long.getLong("history.seed", System.nanoTime());
        assertThat(anomalies(seed, store -> store))
                .as("replay with -Dhistory.seed=%d", seed)
                .isZero();
    }

    @Test
    void aPlantedLostUpdateIsFound() {
        assertThat(anomalies(7, LostUpdate::new)).isPositive();
    }

    @Test
    void aPlantedDirtyReadIsFound() {
        assertThat(anomalies(7, DirtyRead::new)).isPositive();
    }

    /** In how many rounds no order explains what the clients saw. */
    private int anomalies(long seed, UnaryOperator<Registers> planted) {
        Random random = new Random(seed);
        CutDisk disk = new CutDisk(seed);
        StoreFiles files = new StoreFiles(disk.path("tables"), data.resolve("tables.jsonl"), Durability.DISK, 1 << 20);
        AtomicInteger numbers = new AtomicInteger();
        try (Store store = StoreStart.open(files, Writes.PLENTY)) {
            Writes.create(store);
        }
        Map<String, Integer> before = Map.of();
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Call> history;
            try (Store store = StoreStart.open(files, Writes.PLENTY)) {
                disk.cutAfter(random.nextInt(250));
                history = new Clients(planted.apply(new StoreRegisters(store)), numbers).run(random);
            }
            disk.start();
            try (Store store = StoreStart.open(files, Writes.PLENTY)) {
                Map<String, Integer> after = new StoreRegisters(store).read(ALL);
                found += StrictOrder.exists(history, before, after) ? 0 : 1;
                before = after;
            }
        }
        return found;
    }

    /** Looks and writes in two steps. */
    private record LostUpdate(Registers store) implements Registers {

        @Override
        public Map<String, Integer> read(Set<String> names) {
            return store.read(names);
        }

        @Override
        public boolean write(Map<String, Integer> expected, Map<String, Integer> numbers) {
            return store.read(expected.keySet()).equals(expected) && store.write(Map.of(), numbers);
        }
    }

    /** Shows numbers before they are kept. */
    private record DirtyRead(Registers store, Map<String, Integer> early) implements Registers {

        DirtyRead(Registers store) {
            this(store, new ConcurrentHashMap<>());
        }

        @Override
        public Map<String, Integer> read(Set<String> names) {
            Map<String, Integer> numbers = store.read(names);
            names.forEach(name -> numbers.computeIfPresent(name, (n, kept) -> early.getOrDefault(n, kept)));
            return numbers;
        }

        @Override
        public boolean write(Map<String, Integer> expected, Map<String, Integer> numbers) {
            early.putAll(numbers);
            try {
                return store.write(expected, numbers);
            } finally {
                numbers.forEach(early::remove);
            }
        }
    }
}
