package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Streams through the AWS SDK's client, as a poller uses them. */
class StreamsIT extends ServedProtocol {

    private static int tables;

    private String table = "";
    private DynamoDbStreamsClient streams;

    @BeforeEach
    void connect() {
        table = "streamed-" + ++tables;
        streams = server.streams();
    }

    @AfterEach
    void disconnect() {
        streams.close();
    }

    private static String specification(String view) {
        return "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'" + view + "'}";
    }

    /** Makes the table; returns the ARN of its stream. */
    private String create(String view) throws IOException, InterruptedException {
        Reply reply = call(
                "CreateTable",
                "{'TableName':'" + table + "','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':["
                        + "{'AttributeName':'id','AttributeType':'S'}],'KeySchema':["
                        + "{'AttributeName':'id','KeyType':'HASH'}]," + specification(view) + "}");
        assertThat(reply.at("/TableDescription/StreamSpecification/StreamViewType"))
                .isEqualTo(view);
        return reply.at("/TableDescription/LatestStreamArn");
    }

    private void put(String id, int n) throws IOException, InterruptedException {
        put(table, "{'id':{'S':'" + id + "'},'n':{'N':'" + n + "'}}");
    }

    private void delete(String id) throws IOException, InterruptedException {
        assertThat(call("DeleteItem", "{'TableName':'" + table + "','Key':{'id':{'S':'" + id + "'}}}")
                        .code())
                .isEqualTo("ok");
    }

    private Shard shard(String arn) {
        List<Shard> shards = streams.describeStream(r -> r.streamArn(arn))
                .streamDescription()
                .shards();
        assertThat(shards).hasSize(1);
        return shards.getFirst();
    }

    private String iterator(String arn, ShardIteratorType type) {
        String shard = shard(arn).shardId();
        return streams.getShardIterator(r -> r.streamArn(arn).shardId(shard).shardIteratorType(type))
                .shardIterator();
    }

    private static String id(Record record) {
        return Objects.requireNonNull(record.dynamodb().keys().get("id")).s();
    }

    private List<Record> records(String arn) {
        String iterator = iterator(arn, ShardIteratorType.TRIM_HORIZON);
        return streams.getRecords(r -> r.shardIterator(iterator)).records();
    }

    @Test
    void aRecordTellsWhatAWriteDidInTheOrderOfTheWrites() throws Exception {
        String arn = create("NEW_AND_OLD_IMAGES");
        put("a", 1);
        put("a", 1);
        put("a", 2);
        delete("a");
        delete("a");
        List<Record> records = records(arn);
        assertThat(records)
                .extracting(Record::eventName)
                .as("a write that changes nothing has no record")
                .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
        Record modified = records.get(1);
        assertThat(modified.dynamodb().keys()).containsOnlyKeys("id");
        assertThat(modified.dynamodb().oldImage()).containsEntry("n", AttributeValue.fromN("1"));
        assertThat(modified.dynamodb().newImage()).containsEntry("n", AttributeValue.fromN("2"));
        assertThat(modified.dynamodb().sizeBytes()).isEqualTo(3 + 2 * (3 + 3));
        assertThat(modified.userIdentity()).isNull();
        assertThat(records.get(0).dynamodb().hasOldImage()).isFalse();
        assertThat(records.get(2).dynamodb().hasNewImage()).isFalse();
        assertThat(records).extracting(Record::eventID).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(record -> record.dynamodb().sequenceNumber())
                .isSorted()
                .allMatch(number -> number.length() >= 21);
    }

    @Test
    void aViewShowsItsImages() throws Exception {
        Map<String, List<Boolean>> shown = Map.of(
                "NEW_IMAGE", List.of(true, false),
                "OLD_IMAGE", List.of(false, true),
                "KEYS_ONLY", List.of(false, false));
        for (Map.Entry<String, List<Boolean>> view : shown.entrySet()) {
            table = "viewed-" + ++tables;
            String arn = create(view.getKey());
            put("a", 1);
            put("a", 2);
            Record modified = records(arn).get(1);
            assertThat(List.of(
                            modified.dynamodb().hasNewImage(),
                            modified.dynamodb().hasOldImage()))
                    .as(view.getKey())
                    .isEqualTo(view.getValue());
            assertThat(modified.dynamodb().streamViewTypeAsString()).isEqualTo(view.getKey());
        }
    }

    @Test
    void aPollerReadsWhatComesAndEndsWithTheStream() throws Exception {
        String arn = create("KEYS_ONLY");
        put("before", 1);
        String next = iterator(arn, ShardIteratorType.LATEST);
        List<String> seen = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            put("id-" + round, round);
            put("more-" + round, round);
            String from = next;
            GetRecordsResponse page =
                    streams.getRecords(r -> r.shardIterator(from).limit(2));
            page.records().forEach(record -> seen.add(id(record)));
            next = page.nextShardIterator();
        }
        assertThat(seen).containsExactly("id-0", "more-0", "id-1", "more-1", "id-2", "more-2", "id-3", "more-3");
        assertThat(call("UpdateTable", "{'TableName':'" + table + "','StreamSpecification':{'StreamEnabled':false}}")
                        .code())
                .isEqualTo("ok");
        put("after", 1);
        String last = next;
        GetRecordsResponse end = streams.getRecords(r -> r.shardIterator(last));
        assertThat(end.records()).isEmpty();
        assertThat(end.nextShardIterator()).isNull();
        DescribeStreamResponse closed = streams.describeStream(r -> r.streamArn(arn));
        assertThat(closed.streamDescription().streamStatus()).isEqualTo(StreamStatus.DISABLED);
        assertThat(closed.streamDescription()
                        .shards()
                        .getFirst()
                        .sequenceNumberRange()
                        .endingSequenceNumber())
                .isEqualTo(records(arn).getLast().dynamodb().sequenceNumber());
    }

    @Test
    void aTableHasOneStreamAtATimeAndOldOnesStay() throws Exception {
        String first = create("KEYS_ONLY");
        put("a", 1);
        String enable = "{'TableName':'" + table + "'," + specification("NEW_IMAGE") + "}";
        assertRejected(call("UpdateTable", enable), "Table already has an enabled stream: TableName: " + table);
        String disable = "{'TableName':'" + table + "','StreamSpecification':{'StreamEnabled':false}}";
        Reply disabled = call("UpdateTable", disable);
        assertThat(disabled.at("/TableDescription/StreamSpecification")).isEmpty();
        assertThat(disabled.at("/TableDescription/LatestStreamArn")).isEqualTo(first);
        assertRejected(call("UpdateTable", disable), "Table has no stream to disable: TableName: " + table);
        String second = call("UpdateTable", enable).at("/TableDescription/LatestStreamArn");
        put("b", 1);
        assertThat(records(first)).hasSize(1);
        assertThat(records(second))
                .hasSize(1)
                .first()
                .matches(record -> record.dynamodb().hasNewImage());
        assertThat(call("DeleteTable", "{'TableName':'" + table + "'}").code()).isEqualTo("ok");
        assertThat(records(second)).hasSize(1);
        assertThat(streams.listStreams(r -> r.tableName(table)).streams())
                .extracting(Stream::streamArn)
                .containsExactly(first, second);
        assertThat(streams.listStreams(r -> r.tableName(table).limit(1)).lastEvaluatedStreamArn())
                .isEqualTo(first);
        assertThat(streams.listStreams(r -> r.tableName(table).exclusiveStartStreamArn(first))
                        .streams())
                .extracting(Stream::streamArn)
                .containsExactly(second);
    }

    @Test
    void aTransactionAndABatchHaveARecordForEachItem() throws Exception {
        String arn = create("KEYS_ONLY");
        dynamo.transactWriteItems(r -> r.transactItems(
                i -> i.put(p -> p.tableName(table).item(Map.of("id", AttributeValue.fromS("t1")))),
                i -> i.put(p -> p.tableName(table).item(Map.of("id", AttributeValue.fromS("t2"))))));
        dynamo.executeStatement(r -> r.statement("INSERT INTO \"" + table + "\" VALUE {'id':'p'}"));
        assertThat(records(arn)).extracting(StreamsIT::id).containsExactly("t1", "t2", "p");
    }

    @Test
    void anIteratorStartsAtOrBehindARecord() throws Exception {
        String arn = create("NEW_IMAGE");
        put("a", 1);
        put("a", 2);
        put("a", 3);
        String second = records(arn).get(1).dynamodb().sequenceNumber();
        Map<ShardIteratorType, String> first =
                Map.of(ShardIteratorType.AT_SEQUENCE_NUMBER, "2", ShardIteratorType.AFTER_SEQUENCE_NUMBER, "3");
        first.forEach((type, n) -> {
            String iterator = streams.getShardIterator(r -> r.streamArn(arn)
                            .shardId(shard(arn).shardId())
                            .shardIteratorType(type)
                            .sequenceNumber(second))
                    .shardIterator();
            assertThat(streams.getRecords(r -> r.shardIterator(iterator))
                            .records()
                            .getFirst()
                            .dynamodb()
                            .newImage())
                    .as(type.toString())
                    .containsEntry("n", AttributeValue.fromN(n));
        });
    }

    @Test
    void badRequestsAreRefusedWithAReason() throws Exception {
        String arn = create("NEW_IMAGE");
        String shard = shard(arn).shardId();
        assertThatThrownBy(() -> streams.describeStream(r -> r.streamArn(arn.replace("stream/", "stream/x"))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("is not the ARN of a stream");
        assertThatThrownBy(() -> streams.describeStream(r -> r.streamArn(arn.replace("/stream/2", "/stream/1"))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> streams.getShardIterator(r -> r.streamArn(arn)
                        .shardId("shardId-00000000000000000001-00000009")
                        .shardIteratorType(ShardIteratorType.LATEST)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> streams.getShardIterator(
                        r -> r.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)))
                .hasMessageContaining("SequenceNumber must be specified");
        assertThatThrownBy(() -> streams.getShardIterator(r -> r.streamArn(arn)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .sequenceNumber("123456789012345678901")))
                .hasMessageContaining("Invalid SequenceNumber");
        String late = arn.substring(0, arn.lastIndexOf('/') + 1) + "+999999999-01-01T00:00:00.000";
        assertThatThrownBy(() -> streams.describeStream(r -> r.streamArn(late)))
                .hasMessageContaining("Invalid StreamArn");
        assertThatThrownBy(() -> streams.getRecords(r -> r.shardIterator("made up")))
                .hasMessageContaining("Invalid ShardIterator");
        String old = new ShardIteratorText(arn).at(0);
        assertThatThrownBy(() -> streams.getRecords(r -> r.shardIterator(old)))
                .isInstanceOf(ExpiredIteratorException.class);
        assertThat(server.post("DescribeStream", "{}").body()).contains("UnknownOperationException");
        assertThat(server.send("DynamoDBStreams_20120810.PutItem", "{}".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("UnknownOperationException");
    }

    /** An iterator as if it had been made long ago. */
    private record ShardIteratorText(String arn) {

        String at(long millis) {
            String table = arn.replaceAll(".*table/|/stream.*", "");
            String label = arn.replaceAll(".*/stream/", "");
            long since = Instant.parse(label + "Z").toEpochMilli();
            String text = "1|" + table + "|" + since + "|0|1|" + millis;
            return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
