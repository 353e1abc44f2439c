package emptyrecord.dwfm.instances;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Locks by id, a fixed number of them shared by all ids, so nothing grows. They are always taken in the same order, so two
 * callers never wait for each other.
 */
final class IdLocks {

    /** Far more than requests that are under way (our choice). */
    private static final int COUNT = 256;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toList();

    /** Runs the action while no other caller holds one of these ids. */
    <T> T holding(List<String> ids, Supplier<T> action) {
        int[] wanted = ids.stream()
                .mapToInt(id -> Math.floorMod(id.hashCode(), COUNT))
                .distinct()
                .sorted()
                .toArray();
        IntStream.of(wanted).forEach(i -> locks.get(i).lock());
        try {
            return action.get();
        } finally {
            IntStream.of(wanted).forEach(i -> locks.get(i).unlock());
        }
    }
}
