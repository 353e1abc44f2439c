package emptyrecord.dynamo.store.stream;

import emptyrecord.dynamo.store.disk.KeyRange;
import emptyrecord.dynamo.store.disk.Row;
import emptyrecord.dynamo.store.disk.Snapshot;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Streams as they were at one moment. */
public final class StreamReader {

    private final Snapshot rows;

    public StreamReader(Snapshot rows) {
        this.rows = rows;
    }

    /**
     * Streams by the names of their tables, then by time.
     *
     * @param table only of this table
     * @param start behind this one, which need not be there
     */
    public List<StreamInfo> list(Optional<String> table, Optional<Start> start, int limit) {
        KeyRange all = table.map(StreamKeys::definitions).orElse(StreamKeys.DEFINITIONS);
        KeyRange rest = start.map(s -> all.after(StreamKeys.definition(s.table(), s.since())))
                .orElse(all);
        List<StreamInfo> found = new ArrayList<>();
        Iterator<Row> next = rows.rows(rest, true);
        while (next.hasNext() && found.size() < limit) {
            found.add(StreamInfo.of(next.next().value()));
        }
        return found;
    }

    /** The place of a stream in the list. */
    public record Start(String table, long since) {}

    public Optional<StreamInfo> find(String table, long since) {
        return Optional.ofNullable(rows.get(StreamKeys.definition(table, since)))
                .map(StreamInfo::of);
    }

    /** The oldest first; at least one. */
    public List<StreamShard> shards(StreamInfo stream) {
        List<StreamShard> shards = new ArrayList<>();
        rows.rows(StreamKeys.shards(stream.id()), true).forEachRemaining(row -> {
            ByteBuffer in = ByteBuffer.wrap(row.value());
            int number = StreamKeys.shardOf(row.key());
            long first = in.getLong();
            if (!shards.isEmpty()) {
                shards.add(shards.removeLast().until(first - 1));
            }
            Optional<StreamShard> parent = shards.isEmpty() ? Optional.empty() : Optional.of(shards.getLast());
            StreamShard next = new StreamShard(number, in.getLong(), first, Optional.empty(), parent);
            shards.add(next);
        });
        if (stream.closedAt().isPresent() && !shards.isEmpty()) {
            shards.add(shards.removeLast().until(last(stream)));
        }
        return shards;
    }

    /** Number of the newest record, 0 if there was none. */
    public long last(StreamInfo stream) {
        byte[] row = rows.get(StreamKeys.tail(stream.id()));
        return row == null ? 0 : StreamTail.of(row).last();
    }

    /** Number of the last record that is gone, 0 if none is. */
    public long trimmed(StreamInfo stream) {
        return StreamHead.of(rows.get(StreamKeys.head(stream.id()))).through();
    }

    /** A record with its number. */
    public record Numbered(long number, StreamEntry entry) {}

    /**
     * Records from a number on, until one of the bounds is reached.
     *
     * @param to the last number
     */
    public List<Numbered> records(StreamInfo stream, long from, long to, Bounds bounds) {
        KeyRange all = StreamKeys.records(stream.id());
        KeyRange rest = new KeyRange(StreamKeys.entry(stream.id(), from), all.to());
        List<Numbered> found = new ArrayList<>();
        long bytes = 0;
        Iterator<Row> next = rows.rows(rest, true);
        while (next.hasNext() && found.size() < bounds.most()) {
            Row row = next.next();
            long number = StreamKeys.numberOf(row.key());
            bytes += row.value().length;
            if (number > to || !found.isEmpty() && bytes > bounds.bytes()) {
                break;
            }
            found.add(new Numbered(number, StreamEntry.of(row.value())));
        }
        return found;
    }

    /**
     * The end of a page.
     *
     * @param most records
     * @param bytes of their rows; the first may be longer
     */
    public record Bounds(int most, long bytes) {}
}
