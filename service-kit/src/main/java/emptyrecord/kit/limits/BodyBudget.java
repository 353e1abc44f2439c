package emptyrecord.kit.limits;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes that the bodies of all requests in hand may take together. A request that needs more than is left waits a
 * moment. The body that has been arriving for longest is cut off for it, so that slow senders do not keep the others
 * out.
 */
final class BodyBudget {

    /** A body that takes longer comes from far away or is slow on purpose; on loopback it takes milliseconds. */
    static final Duration SLOW = Duration.ofMillis(250);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final long bytesMax;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Set<Share> arriving = new LinkedHashSet<>();
    private long taken;

    /** @param timeout real time to wait for bytes that others hold */
    BodyBudget(long bytesMax, Duration timeout) {
        this.bytesMax = bytesMax;
        this.timeout = timeout;
    }

    /** The bytes of one request's body, from its first byte until its answer is written. */
    final class Share implements AutoCloseable {

        private final Runnable cut;
        private final long since = System.nanoTime();
        private long bytes;

        private Share(Runnable cut) {
            this.cut = cut;
        }

        /** @return false if no room for {@code more} bytes was made in time */
        boolean grow(int more) {
            lock.lock();
            try {
                long deadline = System.nanoTime() + timeout.toNanos();
                while (taken + more > bytesMax) {
                    cutSlowest(this);
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    freed.awaitNanos(Math.min(left, LOOK_AGAIN.toNanos()));
                }
                taken += more;
                bytes += more;
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                lock.unlock();
            }
        }

        /** The body is whole; it cannot be cut any more. */
        void arrived() {
            lock.lock();
            try {
                arriving.remove(this);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                arriving.remove(this);
                taken -= bytes;
                bytes = 0;
                freed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @param cut ends the connection on which the body arrives */
    Share begin(Runnable cut) {
        Share share = new Share(cut);
        lock.lock();
        try {
            arriving.add(share);
        } finally {
            lock.unlock();
        }
        return share;
    }

    long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void cutSlowest(Share wanting) {
        long now = System.nanoTime();
        for (Share share : arriving) {
            if (share != wanting && share.bytes > 0 && now - share.since > SLOW.toNanos()) {
                arriving.remove(share);
                share.cut.run();
                return;
            }
        }
    }
}
