package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches: their limits, which parts are done when one cannot be, and that a batch is no transaction. */
class BatchIT extends ServedProtocol {

    private static String puts(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'PutRequest':{'Item':{'id':{'S':'" + prefix + i + "'},'n':{'N':'" + i + "'}}}}")
                .collect(Collectors.joining(","));
    }

    private static String keys(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'id':{'S':'" + prefix + i + "'}}")
                .collect(Collectors.joining(","));
    }

    private static Reply write(String requests) throws IOException, InterruptedException {
        return call("BatchWriteItem", "{'RequestItems':{'canary':[" + requests + "]}}");
    }

    private static Reply get(String keys) throws IOException, InterruptedException {
        return call("BatchGetItem", "{'RequestItems':{'canary':{'Keys':[" + keys + "]}}}");
    }

    @Test
    void twentyFiveWritesAreABatchAndTwentySixAreNot() throws Exception {
        assertThat(write(puts(25, "w")).at("/UnprocessedItems")).isEqualTo("{}");
        assertThat(get(keys(25, "w")).body().at("/Responses/canary").size()).isEqualTo(25);
        assertThat(write(puts(26, "over")).code()).isEqualTo("ValidationException");
        assertThat(get(keys(26, "over")).body().at("/Responses/canary").size()).isZero();
    }

    @Test
    void aHundredReadsAreABatchAndOneMoreIsNot() throws Exception {
        assertThat(get(keys(100, "r")).code()).isEqualTo("ok");
        assertThat(get(keys(101, "r")).code()).isEqualTo("ValidationException");
    }

    @Test
    void aKeyMayBeNamedOnlyOnce() throws Exception {
        String twice = "Provided list of item keys contains duplicates";
        assertRejected(
                write("{'PutRequest':{'Item':{'id':{'S':'w'}}}},{'DeleteRequest':{'Key':{'id':{'S':'w'}}}}"), twice);
        assertRejected(get("{'id':{'S':'d'}},{'id':{'S':'d'}}"), twice);
        assertThat(get("{'id':{'S':'w'}}").body().at("/Responses/canary").size())
                .isZero();
    }

    @Test
    void anEmptyBatchIsRejected() throws Exception {
        String words = "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1";
        assertRejected(call("BatchWriteItem", "{'RequestItems':{}}"), words);
        assertRejected(call("BatchGetItem", "{'RequestItems':{}}"), words);
    }

    @Test
    void oneUnknownTableRejectsTheWholeBatch() throws Exception {
        Reply reply = call(
                "BatchWriteItem",
                "{'RequestItems':{'canary':[" + puts(1, "whole") + "],'nowhere':[" + puts(1, "whole") + "]}}");
        assertThat(reply.code()).isEqualTo("ResourceNotFoundException");
        assertThat(get(keys(1, "whole")).body().at("/Responses/canary").size()).isZero();
    }

    @Test
    void putsAndDeletesOfOneBatchAreAllDone() throws Exception {
        put("canary", "{'id':{'S':'goes'}}");
        assertThat(write("{'PutRequest':{'Item':{'id':{'S':'comes'}}}},{'DeleteRequest':{'Key':{'id':{'S':'goes'}}}}")
                        .code())
                .isEqualTo("ok");
        assertThat(get("{'id':{'S':'comes'}},{'id':{'S':'goes'}}").at("/Responses/canary"))
                .isEqualTo("[{\"id\":{\"S\":\"comes\"}}]");
    }

    @Test
    void aProjectionHoldsForEveryItemOfItsTable() throws Exception {
        write(puts(3, "p"));
        Reply reply = call(
                "BatchGetItem",
                "{'RequestItems':{'canary':{'Keys':[" + keys(3, "p") + "],'ProjectionExpression':'n'}}}");
        assertThat(reply.body().at("/Responses/canary").size()).isEqualTo(3);
        assertThat(reply.at("/Responses/canary")).doesNotContain("\"id\"");
    }

    /** The keys that did not fit are returned in the form of a request. */
    @Test
    void whatDoesNotFitIntoOneAnswerIsGivenBack() throws Exception {
        String text = "x".repeat(300_000);
        int items = 20;
        for (int i = 0; i < items; i++) {
            put("canary", "{'id':{'S':'big" + i + "'},'t':{'S':'" + text + "'}}");
        }
        Reply reply = get(keys(items, "big"));
        int read = reply.body().at("/Responses/canary").size();
        int rounds = 1;
        while (!reply.at("/UnprocessedKeys").equals("{}") && rounds < items) {
            reply = call("BatchGetItem", "{'RequestItems':" + reply.at("/UnprocessedKeys") + "}");
            read += reply.body().at("/Responses/canary").size();
            rounds++;
        }
        assertThat(read).isEqualTo(items);
        assertThat(rounds).isGreaterThan(1);
    }
}
