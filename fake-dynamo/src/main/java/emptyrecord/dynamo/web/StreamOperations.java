package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.store.Store;
import emptyrecord.dynamo.store.Streams;
import emptyrecord.dynamo.store.stream.StreamInfo;
import emptyrecord.dynamo.store.stream.StreamReader;
import emptyrecord.dynamo.store.stream.StreamShard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * DynamoDB Streams
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html). One shard
 * at a time takes records.
 */
final class StreamOperations {

    private static final int LIST_MAX = 100;
    private static final int RECORDS_MAX = 1000;

    /** As the service documents it. */
    private static final long PAGE_BYTES_MAX = 1 << 20;

    private final Streams streams;
    private final InstantSource clock;
    private final Duration iteratorsKept;

    StreamOperations(Store store, InstantSource clock) {
        this.streams = store.streams();
        this.iteratorsKept = store.limits().iteratorsKept();
        this.clock = clock;
    }

    private enum IteratorType {
        TRIM_HORIZON,
        LATEST,
        AT_SEQUENCE_NUMBER,
        AFTER_SEQUENCE_NUMBER;

        boolean numbered() {
            return this == AT_SEQUENCE_NUMBER || this == AFTER_SEQUENCE_NUMBER;
        }
    }

    Map<String, Operation> all() {
        return Map.of(
                "ListStreams",
                this::list,
                "DescribeStream",
                this::describeStream,
                "GetShardIterator",
                this::iterator,
                "GetRecords",
                this::records);
    }

    private void list(Call call, JsonGenerator out) {
        int limit = call.number("Limit", 1, LIST_MAX, LIST_MAX);
        Optional<StreamReader.Start> start =
                call.optionalText("ExclusiveStartStreamArn").map(Arn::streamOf);
        Optional<String> table = call.optionalText("TableName");
        List<StreamInfo> found = streams.read(reader -> reader.list(table, start, limit + 1));
        StreamWriter.list(out, found.stream().limit(limit).toList(), found.size() > limit);
    }

    private void describeStream(Call call, JsonGenerator out) {
        String arn = call.text("StreamArn");
        int limit = call.number("Limit", 1, LIST_MAX, LIST_MAX);
        Optional<Integer> start = call.optionalText("ExclusiveStartShardId").map(StreamOperations::shardNumber);
        Optional<Integer> parent = parent(call);
        StreamWriter.Described described = streams.read(reader -> {
            StreamInfo stream = find(reader, arn);
            List<StreamShard> shards = reader.shards(stream).stream()
                    .filter(shard -> shard.number() > start.orElse(-1))
                    .filter(shard -> parent.isEmpty() || shard.number() == parent.get() + 1)
                    .toList();
            return new StreamWriter.Described(stream, shards, limit);
        });
        StreamWriter.describe(out, described);
    }

    /** The shard whose children a ShardFilter asks for. */
    private static Optional<Integer> parent(Call call) {
        if (!call.has("ShardFilter")) {
            return Optional.empty();
        }
        Call filter = call.part(call.member("ShardFilter"));
        if (!filter.text("Type").equals("CHILD_SHARDS")) {
            throw Refusal.validation("1 validation error detected: Value '" + filter.text("Type")
                    + "' at 'shardFilter.type' failed to satisfy constraint: Member must satisfy enum value set: "
                    + "[CHILD_SHARDS]");
        }
        return Optional.of(shardNumber(filter.text("ShardId")));
    }

    private static int shardNumber(String id) {
        return StreamNames.shardOf(id)
                .orElseThrow(() -> Refusal.validation("Invalid ShardId: " + id + " is not one of this stream"));
    }

    private static StreamInfo find(StreamReader reader, String arn) {
        return find(reader, Arn.streamOf(arn), arn);
    }

    private static StreamInfo find(StreamReader reader, StreamReader.Start stream, String shown) {
        return reader.find(stream.table(), stream.since())
                .orElseThrow(() -> new Refusal(
                        ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: Stream: " + shown + " not found"));
    }

    private static StreamShard shard(StreamReader reader, StreamInfo stream, int number) {
        return reader.shards(stream).stream()
                .filter(shard -> shard.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        "Requested resource not found: Shard does not exist or its records are gone"));
    }

    private void iterator(Call call, JsonGenerator out) {
        String arn = call.text("StreamArn");
        int number = shardNumber(call.text("ShardId"));
        call.text("ShardIteratorType");
        IteratorType type = call.choice("ShardIteratorType", IteratorType.class, IteratorType.LATEST);
        Optional<Long> sequence = call.optionalText("SequenceNumber").map(StreamNames::sequenceOf);
        if (type.numbered() != sequence.isPresent()) {
            throw Refusal.validation(
                    "SequenceNumber must " + (type.numbered() ? "" : "not ") + "be specified for " + type);
        }
        long next = streams.read(reader -> {
            StreamInfo stream = find(reader, arn);
            StreamShard shard = shard(reader, stream, number);
            long oldest = Math.max(shard.first(), reader.trimmed(stream) + 1);
            return switch (type) {
                case TRIM_HORIZON -> oldest;
                case LATEST -> shard.last().orElse(reader.last(stream)) + 1;
                case AT_SEQUENCE_NUMBER -> inside(shard, sequence.orElseThrow(), oldest);
                case AFTER_SEQUENCE_NUMBER -> inside(shard, sequence.orElseThrow(), oldest - 1) + 1;
            };
        });
        ShardIterator made = new ShardIterator(
                Arn.streamOf(arn), number, next, clock.instant().toEpochMilli());
        out.writeStringProperty("ShardIterator", made.text());
    }

    private static long inside(StreamShard shard, long sequence, long oldest) {
        if (sequence < oldest && sequence >= shard.first()) {
            throw trimmed();
        }
        if (sequence < oldest || sequence > shard.last().orElse(Long.MAX_VALUE - 1)) {
            throw Refusal.validation("Invalid SequenceNumber: it is not in shard " + StreamNames.shard(shard));
        }
        return sequence;
    }

    private static Refusal trimmed() {
        return new Refusal(
                ErrorCode.TRIMMED_DATA, "The operation attempted to read past the oldest stream record in a shard.");
    }

    private void records(Call call, JsonGenerator out) {
        ShardIterator iterator = ShardIterator.of(call.text("ShardIterator"));
        int limit = call.number("Limit", 1, RECORDS_MAX, RECORDS_MAX);
        long now = clock.instant().toEpochMilli();
        if (now - iterator.at() > iteratorsKept.toMillis()) {
            throw new Refusal(
                    ErrorCode.EXPIRED_ITERATOR,
                    "Iterator expired. The iterator was created longer ago than " + iteratorsKept
                            + " of incident time; get another one");
        }
        StreamReader.Bounds bounds = new StreamReader.Bounds(limit, PAGE_BYTES_MAX);
        StreamWriter.Page page = streams.read(reader -> page(reader, iterator, bounds));
        call.reply().expect(page.length());
        StreamWriter.page(out, page);
        page.next()
                .map(next -> new ShardIterator(iterator.stream(), iterator.shard(), next, now))
                .ifPresent(next -> out.writeStringProperty("NextShardIterator", next.text()));
    }

    private static StreamWriter.Page page(StreamReader reader, ShardIterator iterator, StreamReader.Bounds bounds) {
        StreamInfo stream =
                find(reader, iterator.stream(), Arn.of(iterator.stream().table()));
        if (iterator.next() <= reader.trimmed(stream)) {
            throw trimmed();
        }
        StreamShard shard = shard(reader, stream, iterator.shard());
        long last = shard.last().orElse(Long.MAX_VALUE);
        List<StreamReader.Numbered> found = reader.records(stream, iterator.next(), last, bounds);
        long next = found.isEmpty() ? iterator.next() : found.getLast().number() + 1;
        return new StreamWriter.Page(stream, found, next > last ? Optional.empty() : Optional.of(next));
    }
}
