package emptyrecord.kit.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A server with a fixed number of slots and one FIFO before them. It says who waits and who is served next; its owner
 * says when a service ends. Not thread-safe.
 */
public final class SlotQueue<T> {

    private final int slots;
    private final int waitingMax;
    private final Deque<T> waiting = new ArrayDeque<>();
    private int busy;

    /**
     * @param slots served at the same time, at least 1
     * @param waitingMax that wait at the same time; more are turned away
     */
    public SlotQueue(int slots, int waitingMax) {
        if (slots < 1 || waitingMax < 0) {
            throw new IllegalArgumentException(
                    "a queue needs at least one slot and no negative bound, not " + slots + " and " + waitingMax);
        }
        this.slots = slots;
        this.waitingMax = waitingMax;
    }

    /** Takes a place in the queue; false if it has none. Whoever finds a free slot needs no place. */
    public boolean offer(T piece) {
        boolean room = waiting.size() < waitingMax + free();
        if (room) {
            waiting.addLast(piece);
        }
        return room;
    }

    /**
     * The oldest that waits, which occupies a slot from now on; empty if no slot is free or nobody waits.
     *
     * @param dropped asked of each in turn; those for which it is true leave the queue unserved
     */
    public Optional<T> next(Predicate<? super T> dropped) {
        while (free() > 0 && !waiting.isEmpty()) {
            T piece = waiting.removeFirst();
            if (!dropped.test(piece)) {
                busy++;
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    /** A service has ended. */
    public void freed() {
        busy--;
    }

    /** That has waited longest. */
    public Optional<T> oldest() {
        return Optional.ofNullable(waiting.peekFirst());
    }

    public int waiting() {
        return waiting.size();
    }

    public int busy() {
        return busy;
    }

    private int free() {
        return slots - busy;
    }
}
