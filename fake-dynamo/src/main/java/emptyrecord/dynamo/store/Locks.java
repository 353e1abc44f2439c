package emptyrecord.dynamo.store;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Work under a lock. */
final class Locks {

    private Locks() {}

    static <R> R under(Lock lock, Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
