package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.table.Decision;
import emptyrecord.dynamo.core.table.Write;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writers that raise counters at the same time, each on the condition of the number that it read. A seed decides who
 * writes what; which of them wins is up to the machine. Every number is reached by exactly one accepted write.
 */
class RacingWritersIT {

    private static final int WRITERS = 6;
    private static final int TRIES = 300;
    private static final int IDS = 3;

    @TempDir
    Path data = Path.of("unset");

    /** The numbers that accepted writes reached, per item. */
    private final Map<String, Queue<Integer>> reached = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void everyNumberIsReachedOnce(long seed) throws Exception {
        race(seed);
    }

    @Test
    void everyNumberIsReachedOnceWithAnyOtherSeed() throws Exception {
        race(Long.getLong("race.seed", System.nanoTime()));
    }

    private void race(long seed) throws Exception {
        Path file = data.resolve("store");
        Map<String, Integer> last;
        try (Store store = Writes.open(file)) {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> writers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    Random random = new Random(seed * WRITERS + writer);
                    writers.add(threads.submit(() -> raise(store, random, go)));
                }
                go.countDown();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            last = Writes.content(store);
        }
        assertThat(last).as("seed %d", seed).hasSize(IDS);
        last.forEach((id, n) -> assertThat(reached.get(id))
                .as("%s, replay with -Drace.seed=%d", id, seed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, n).boxed().toList()));
        try (Store again = Writes.open(file)) {
            assertThat(Writes.content(again))
                    .as("after a restart, seed %d", seed)
                    .isEqualTo(last);
        }
    }

    private @Nullable Void raise(Store store, Random random, CountDownLatch go) throws InterruptedException {
        go.await();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<String> ids = IntStream.range(0, IDS)
                    .mapToObj(i -> "d-" + i)
                    .filter(id -> random.nextBoolean())
                    .toList();
            Map<String, Integer> seen = Writes.content(store);
            List<Write> writes = ids.stream()
                    .map(id -> Writes.ifBefore(
                            Writes.put(id, seen.getOrDefault(id, 0) + 1), Optional.ofNullable(seen.get(id))))
                    .toList();
            boolean accepted =
                    store.transact(writes, decisions -> {}).stream().allMatch(Decision.Accepted.class::isInstance);
            if (accepted) {
                ids.forEach(id -> reached.computeIfAbsent(id, i -> new ConcurrentLinkedQueue<>())
                        .add(seen.getOrDefault(id, 0) + 1));
            }
        }
        return null;
    }
}
