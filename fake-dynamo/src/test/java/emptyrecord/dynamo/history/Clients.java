package emptyrecord.dynamo.history;

import emptyrecord.dynamo.store.disk.StoreFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients at the same time, each with a random sequence of reads, writes and transactions, and what they saw. */
public final class Clients {

    public static final List<String> NAMES = List.of("x", "y", "z");
    private static final int CLIENTS = 4;
    private static final int CALLS_EACH = 12;

    private final Registers registers;
    private final AtomicInteger moments = new AtomicInteger();
    private final AtomicInteger numbers;
    private final List<Call> history = new ArrayList<>();

    /** @param numbers the next number that nobody wrote before */
    public Clients(Registers registers, AtomicInteger numbers) {
        this.registers = registers;
        this.numbers = numbers;
    }

    /** Runs all of them until they are done, or the registers fail; what has no answer then ends with the history. */
    public List<Call> run(Random random) {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                Random own = new Random(random.nextLong());
                threads.execute(() -> call(own));
            }
        }
        return history;
    }

    private void call(Random random) {
        Map<String, Integer> seen = new HashMap<>();
        for (int call = 0; call < CALLS_EACH; call++) {
            if (random.nextInt(3) == 0) {
                if (!read(random, seen)) {
                    return;
                }
            } else if (!write(random, seen)) {
                return;
            }
        }
    }

    private boolean read(Random random, Map<String, Integer> seen) {
        Set<String> names = Set.copyOf(some(random));
        int begun = moments.incrementAndGet();
        try {
            Map<String, Integer> found = registers.read(names);
            seen.putAll(found);
            add(new Call(begun, moments.incrementAndGet(), found, Map.of(), Optional.of(true)));
            return true;
        } catch (StoreFailure e) {
            return false;
        }
    }

    /** Mostly on the condition of what the client saw last. */
    private boolean write(Random random, Map<String, Integer> seen) {
        List<String> names = some(random);
        Map<String, Integer> expected = new HashMap<>();
        Map<String, Integer> written = new HashMap<>();
        for (String name : names) {
            written.put(name, numbers.incrementAndGet());
            if (random.nextInt(4) > 0) {
                expected.put(name, seen.getOrDefault(name, 0));
            }
        }
        int begun = moments.incrementAndGet();
        try {
            boolean done = registers.write(expected, written);
            add(new Call(begun, moments.incrementAndGet(), expected, written, Optional.of(done)));
            if (done) {
                seen.putAll(written);
            }
            return true;
        } catch (StoreFailure e) {
            add(new Call(begun, Integer.MAX_VALUE, expected, written, Optional.empty()));
            return false;
        }
    }

    private static List<String> some(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        while (names.size() > 1 && random.nextBoolean()) {
            names.remove(random.nextInt(names.size()));
        }
        return names;
    }

    private void add(Call call) {
        synchronized (history) {
            history.add(call);
        }
    }
}
