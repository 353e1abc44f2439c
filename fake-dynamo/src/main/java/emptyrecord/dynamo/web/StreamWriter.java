package emptyrecord.dynamo.web;

import emptyrecord.dynamo.store.stream.StreamInfo;
import emptyrecord.dynamo.store.stream.StreamReader;
import emptyrecord.dynamo.store.stream.StreamShard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes streams, shards and records as the API shows them. */
final class StreamWriter {

    /** Bytes of a record besides its images, rather too many. */
    private static final int RECORD = 512;

    private StreamWriter() {}

    /** @param limit shards that are shown */
    record Described(StreamInfo stream, List<StreamShard> shards, int limit) {}

    /** @param next number of the record that follows; empty behind the last one of a closed shard */
    record Page(StreamInfo stream, List<StreamReader.Numbered> records, Optional<Long> next) {

        /** Bytes as JSON, rather too many. */
        long length() {
            return records.stream()
                    .mapToLong(record -> record.entry().images().length + RECORD)
                    .sum();
        }
    }

    static void list(JsonGenerator out, List<StreamInfo> streams, boolean more) {
        out.writeArrayPropertyStart("Streams");
        for (StreamInfo stream : streams) {
            out.writeStartObject();
            names(out, stream);
            out.writeEndObject();
        }
        out.writeEndArray();
        if (more) {
            out.writeStringProperty("LastEvaluatedStreamArn", arn(streams.getLast()));
        }
    }

    private static String arn(StreamInfo stream) {
        return Arn.ofStream(stream.table(), stream.since());
    }

    private static void names(JsonGenerator out, StreamInfo stream) {
        out.writeStringProperty("StreamArn", arn(stream));
        out.writeStringProperty("StreamLabel", Arn.label(stream.since()));
        out.writeStringProperty("TableName", stream.table());
    }

    static void describe(JsonGenerator out, Described described) {
        StreamInfo stream = described.stream;
        out.writeObjectPropertyStart("StreamDescription");
        names(out, stream);
        out.writeStringProperty("StreamStatus", stream.closedAt().isPresent() ? "DISABLED" : "ENABLED");
        out.writeStringProperty("StreamViewType", stream.view().name());
        out.writeNumberProperty("CreationRequestDateTime", stream.since().toEpochMilli() / 1000.0);
        out.writeArrayPropertyStart("KeySchema");
        key(out, stream.hash(), "HASH");
        stream.range().ifPresent(range -> key(out, range, "RANGE"));
        out.writeEndArray();
        List<StreamShard> shown =
                described.shards.stream().limit(described.limit).toList();
        out.writeArrayPropertyStart("Shards");
        shown.forEach(shard -> shard(out, shard));
        out.writeEndArray();
        if (described.shards.size() > shown.size()) {
            out.writeStringProperty("LastEvaluatedShardId", StreamNames.shard(shown.getLast()));
        }
        out.writeEndObject();
    }

    private static void key(JsonGenerator out, String name, String role) {
        out.writeStartObject();
        out.writeStringProperty("AttributeName", name);
        out.writeStringProperty("KeyType", role);
        out.writeEndObject();
    }

    private static void shard(JsonGenerator out, StreamShard shard) {
        out.writeStartObject();
        out.writeStringProperty("ShardId", StreamNames.shard(shard));
        out.writeObjectPropertyStart("SequenceNumberRange");
        out.writeStringProperty("StartingSequenceNumber", StreamNames.sequence(shard.first()));
        shard.last()
                .ifPresent(last -> out.writeStringProperty(
                        "EndingSequenceNumber", StreamNames.sequence(Math.max(last, shard.first()))));
        out.writeEndObject();
        shard.parent().ifPresent(parent -> out.writeStringProperty("ParentShardId", StreamNames.shard(parent)));
        out.writeEndObject();
    }

    static void page(JsonGenerator out, Page page) {
        out.writeArrayPropertyStart("Records");
        page.records.forEach(record -> record(out, page.stream, record));
        out.writeEndArray();
    }

    private static void record(JsonGenerator out, StreamInfo stream, StreamReader.Numbered record) {
        out.writeStartObject();
        out.writeStringProperty("awsRegion", "us-east-1");
        out.writeStringProperty("eventID", StreamNames.event(stream.id(), record.number()));
        out.writeStringProperty("eventName", record.entry().kind().name());
        out.writeStringProperty("eventSource", "aws:dynamodb");
        out.writeStringProperty("eventVersion", "1.1");
        if (record.entry().expired()) {
            out.writeObjectPropertyStart("userIdentity");
            out.writeStringProperty("PrincipalId", "dynamodb.amazonaws.com");
            out.writeStringProperty("Type", "Service");
            out.writeEndObject();
        }
        out.writeObjectPropertyStart("dynamodb");
        out.writeNumberProperty(
                "ApproximateCreationDateTime", record.entry().at().getEpochSecond());
        out.writeStringProperty("SequenceNumber", StreamNames.sequence(record.number()));
        out.writeNumberProperty("SizeBytes", record.entry().size());
        out.writeStringProperty("StreamViewType", stream.view().name());
        out.writeRaw(members(record.entry().images()));
        out.writeEndObject();
        out.writeEndObject();
    }

    /** The members of a stored object, to follow others. */
    private static String members(byte[] object) {
        return "," + new String(object, 1, object.length - 2, StandardCharsets.UTF_8);
    }
}
