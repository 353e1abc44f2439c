package emptyrecord.kit.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Room for the long answers that are being made and sent. Each takes its bytes until its client has read it, so that
 * clients that do not read their answers fill no heap. Short answers need none.
 */
public final class AnswerRoom {

    /** Bytes of an answer that needs no room; the number of connections bounds those. Our choice. */
    public static final long SHORT = 4096;

    private final int bytes;
    private final Duration timeout;
    private final Semaphore free;

    /**
     * @param bytes of all answers in hand; a longer one has the room for itself
     * @param timeout real time to wait for room
     */
    public AnswerRoom(int bytes, Duration timeout) {
        this.bytes = bytes;
        this.timeout = timeout;
        this.free = new Semaphore(bytes, true);
    }

    /** The room of one answer, nothing at first. */
    public Share share() {
        return new Share();
    }

    /** Given back when the answer is sent. */
    public final class Share implements AutoCloseable {

        private int taken;

        private Share() {}

        /**
         * Waits for room; to be asked once.
         *
         * @param wanted bytes of the answer, at most
         * @return false if none came in time
         */
        public boolean take(long wanted) {
            int needed = wanted <= SHORT ? 0 : (int) Math.min(wanted, bytes);
            try {
                if (!free.tryAcquire(needed, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            taken += needed;
            return true;
        }

        @Override
        public void close() {
            free.release(taken);
            taken = 0;
        }
    }
}
