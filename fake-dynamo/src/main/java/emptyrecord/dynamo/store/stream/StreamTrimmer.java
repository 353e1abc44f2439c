package emptyrecord.dynamo.store.stream;

import emptyrecord.dynamo.store.disk.Batch;
import emptyrecord.dynamo.store.disk.Row;
import emptyrecord.dynamo.store.disk.RowStore;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes records that are too old, and the oldest ones while all together take too much. A stream that was disabled goes
 * with its last record.
 */
public final class StreamTrimmer {

    /** Incident time that a record is kept (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html). */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Records that one batch removes; our choice. */
    private static final int PORTION = 200;

    /** Streams that are there at most, 256 tables' and those that were disabled lately; our choice. */
    private static final int STREAMS_MAX = 1_000;

    private static final Logger log = LoggerFactory.getLogger(StreamTrimmer.class);

    private final RowStore rows;
    private final long max;
    private final AtomicLong used = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock trimming = new ReentrantLock();

    /** @param max bytes of all streams' rows on disk */
    public StreamTrimmer(RowStore rows, long max) {
        this.rows = rows;
        this.max = max;
        count(all());
    }

    /** Bytes of all streams' rows on disk. */
    public long used() {
        return used.get();
    }

    public long max() {
        return max;
    }

    /** Records that survive now. A writer that exceeds the bound makes room itself. */
    public void grew(long bytes) {
        if (bytes > 0 && used.addAndGet(bytes) > max) {
            unlessAnotherDoes(this::makeRoom);
        }
    }

    /** There is one stream more. */
    public void opened() {
        if (count.incrementAndGet() > STREAMS_MAX) {
            unlessAnotherDoes(this::forgetOldest);
        }
    }

    /** What the caller wrote survives already, so a failure to trim is not the caller's; the next one tries again. */
    private void unlessAnotherDoes(Runnable trim) {
        if (!trimming.tryLock()) {
            return;
        }
        try {
            trim.run();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("streams could not be trimmed; the next write that is recorded tries again");
        } finally {
            trimming.unlock();
        }
    }

    /** Removes what has ended by now, unless another trims already; it is called again. */
    public void trim(Instant now) {
        unlessAnotherDoes(() -> removeBefore(now.minus(KEPT).toEpochMilli()));
    }

    private void removeBefore(long limit) {
        for (Length stream : all()) {
            removeAll(stream.info, (row, removed) -> StreamEntry.atOf(row.value()) < limit);
            if (stream.info.closedAt().filter(at -> at.toEpochMilli() < limit).isPresent()) {
                forget(stream.info);
            }
        }
        count(all());
    }

    private long count(List<Length> streams) {
        long bytes = streams.stream().mapToLong(Length::bytes).sum();
        used.set(bytes);
        count.set(streams.size());
        return bytes;
    }

    private void makeRoom() {
        List<Length> streams = all();
        for (long over = count(streams) - max; over > 0; over = count(streams) - max) {
            long excess = over;
            Length longest = streams.stream()
                    .max(Comparator.comparingLong(Length::bytes))
                    .orElseThrow();
            if (removePortion(longest.info, (row, removed) -> removed < excess) == 0) {
                return;
            }
            streams = all();
        }
    }

    /** Streams that were disabled first go first. */
    private void forgetOldest() {
        List<Length> streams = all();
        streams.stream()
                .map(Length::info)
                .filter(info -> info.closedAt().isPresent())
                .sorted(Comparator.comparing(info -> info.closedAt().orElseThrow()))
                .limit(Math.max(0, streams.size() - STREAMS_MAX * 9L / 10))
                .forEach(info -> {
                    removeAll(info, (row, removed) -> true);
                    forget(info);
                });
        count(all());
    }

    private record Length(StreamInfo info, long bytes) {}

    private List<Length> all() {
        return rows.read(snapshot -> {
            List<Length> found = new ArrayList<>();
            for (StreamInfo info :
                    new StreamReader(snapshot).list(Optional.empty(), Optional.empty(), Integer.MAX_VALUE)) {
                byte[] tail = snapshot.get(StreamKeys.tail(info.id()));
                long written = tail == null ? 0 : StreamTail.of(tail).bytes();
                found.add(new Length(info, written - headOf(snapshot, info).bytes()));
            }
            return found;
        });
    }

    private static StreamHead headOf(Snapshot snapshot, StreamInfo info) {
        return StreamHead.of(snapshot.get(StreamKeys.head(info.id())));
    }

    private static long lengthOf(Row row) {
        return row.key().length + row.value().length;
    }

    private interface Wanted {

        /** @param removed bytes that the same portion removes already */
        boolean gone(Row row, long removed);
    }

    private void removeAll(StreamInfo info, Wanted wanted) {
        int removed = PORTION;
        while (removed == PORTION) {
            removed = removePortion(info, wanted);
        }
    }

    private record Portion(Batch batch, int count) {}

    /** Removes records from the oldest on while they are to go; returns how many. */
    private int removePortion(StreamInfo info, Wanted wanted) {
        Portion portion = rows.read(snapshot -> portion(snapshot, info, wanted));
        rows.draft().submit(portion.batch).await();
        return portion.count;
    }

    private static Portion portion(Snapshot snapshot, StreamInfo info, Wanted wanted) {
        Batch batch = new Batch();
        StreamHead before = headOf(snapshot, info);
        StreamHead head = before;
        Iterator<Row> all = snapshot.rows(StreamKeys.records(info.id()), true);
        int count = 0;
        while (all.hasNext() && count < PORTION) {
            Row row = all.next();
            if (!wanted.gone(row, head.bytes() - before.bytes())) {
                break;
            }
            batch.remove(row.key());
            head = new StreamHead(StreamKeys.numberOf(row.key()), head.bytes() + lengthOf(row));
            count++;
        }
        if (count > 0) {
            batch.put(StreamKeys.head(info.id()), head.row());
            removeShards(info, new StreamReader(snapshot), head, batch);
        }
        return new Portion(batch, count);
    }

    private static void removeShards(StreamInfo info, StreamReader reader, StreamHead head, Batch batch) {
        List<StreamShard> shards = reader.shards(info);
        for (StreamShard shard : shards.subList(0, shards.size() - 1)) {
            if (shard.last().orElseThrow() <= head.through()) {
                batch.remove(StreamKeys.shard(info.id(), shard.number()));
            }
        }
    }

    private void forget(StreamInfo info) {
        Batch batch = rows.read(snapshot -> {
            Batch all = new Batch();
            all.remove(StreamKeys.definition(info.table(), info.id().since()));
            all.remove(StreamKeys.tail(info.id()));
            all.remove(StreamKeys.head(info.id()));
            snapshot.rows(StreamKeys.shards(info.id()), true).forEachRemaining(row -> all.remove(row.key()));
            return all;
        });
        rows.draft().submit(batch).await();
    }
}
