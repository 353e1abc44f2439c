package emptyrecord.dwfm.core.queue;

import java.util.Deque;

/** Which waiting work is served next. */
public sealed interface QueueOrder {

    /** @param queue not empty, oldest first */
    Work next(Deque<Work> queue);

    /** The night: oldest first. Under overload all work waits until none of it is in time (F52). */
    record FirstInFirstOut() implements QueueOrder {
        @Override
        public Work next(Deque<Work> queue) {
            return queue.removeFirst();
        }
    }

    /** The remedy {@code dwfm.lifo}: newest first. Under overload some are always in time. */
    record LastInFirstOut() implements QueueOrder {
        @Override
        public Work next(Deque<Work> queue) {
            return queue.removeLast();
        }
    }
}
