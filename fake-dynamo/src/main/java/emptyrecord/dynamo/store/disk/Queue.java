package emptyrecord.dynamo.store.disk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Batches on their way to the disk. While one group is forced, the next one collects, so writers of the same moment share
 * one force. Whoever waits for a batch commits what waits, if nobody else does: a lone writer needs no other thread. A failure
 * gives up all of them, because each may rest on the ones before it.
 */
final class Queue {

    /** Bytes of a group, one larger batch excepted; our choice. It bounds the buffer that is written. */
    private static final long GROUP_BYTES = 1 << 20;

    /** A batch and whoever waits for it. */
    static final class Waiting implements Pending {

        private final Batch batch;
        private final long number;
        private final Runnable lead;
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        Waiting(Batch batch, long number, Runnable lead) {
            this.batch = batch;
            this.number = number;
            this.lead = lead;
        }

        /** Batches survive in the order of their numbers. */
        long number() {
            return number;
        }

        Batch batch() {
            return batch;
        }

        @Override
        public void await() {
            try {
                if (!done.isDone()) {
                    lead.run();
                }
                done.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof StoreFailure failure
                        ? new StoreFailure(String.valueOf(failure.getMessage()), failure)
                        : e;
            }
        }
    }

    /** The newest value of a key; null: it is removed. */
    private record Newest(byte @Nullable [] value, Waiting by) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final ConcurrentSkipListMap<byte[], Newest> newest = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    private final Runnable lead;
    private long generation;
    private long numbers;
    private boolean called;
    private @Nullable StoreFailure broken;
    private boolean ended;

    /** @param lead commits the next group, or leaves it to whoever commits already */
    Queue(Runnable lead) {
        this.lead = lead;
    }

    synchronized long generation() {
        return generation;
    }

    /** What a batch on its way says about a key: empty if none does, otherwise the value or none. */
    Found find(byte[] key) {
        Newest found = newest.get(key);
        return found == null ? Found.NOTHING : new Found(found.by, found.value);
    }

    /** @param by the batch that says it, null if none does */
    record Found(@Nullable Waiting by, byte @Nullable [] value) {
        static final Found NOTHING = new Found(null, null);
    }

    synchronized Waiting add(Batch batch, long expected) {
        if (broken != null) {
            throw new StoreFailure(String.valueOf(broken.getMessage()), broken);
        }
        if (ended) {
            throw new StoreFailure("The service ends; repeat the request");
        }
        if (generation != expected) {
            throw new StoreFailure("A write that this one rests on could not be stored; repeat the request");
        }
        Waiting added = new Waiting(batch, ++numbers, lead);
        batch.forEach((key, value) -> newest.put(key, new Newest(value, added)));
        waiting.add(added);
        return added;
    }

    /** Waits until somebody leaves something to do; false when the store ends. */
    synchronized boolean awaitCall() throws InterruptedException {
        while (!called && !ended) {
            wait();
        }
        called = false;
        return !ended;
    }

    /** Something is to be done that no writer does. */
    synchronized void call() {
        called = true;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The next group; empty if none waits. */
    synchronized List<Waiting> take() {
        List<Waiting> group = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty()
                && (group.isEmpty() || bytes + waiting.element().batch.bytes() <= GROUP_BYTES)) {
            Waiting next = waiting.remove();
            bytes += next.batch.bytes();
            group.add(next);
        }
        return group;
    }

    /** The group survives and readers see it. */
    void done(List<Waiting> group) {
        for (Waiting each : group) {
            each.batch.forEach((key, value) -> newest.computeIfPresent(key, (k, now) -> now.by == each ? null : now));
            each.done.complete(true);
        }
    }

    /** Gives up the group and all behind it, and refuses more until {@link #mend}. */
    synchronized void breakOff(List<Waiting> group, StoreFailure why) {
        broken = why;
        generation++;
        newest.clear();
        group.forEach(each -> each.done.completeExceptionally(why));
        waiting.forEach(each -> each.done.completeExceptionally(why));
        waiting.clear();
    }

    synchronized void mend() {
        broken = null;
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized @Nullable StoreFailure broken() {
        return broken;
    }

    /** Waits until the store is mended or ends, for at most so many real milliseconds. */
    synchronized void awaitMended(long millis) throws InterruptedException {
        if (broken != null && !ended) {
            wait(millis);
        }
    }
}
