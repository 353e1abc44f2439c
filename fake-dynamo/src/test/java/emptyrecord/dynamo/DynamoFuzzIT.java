package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.DynamoRequests.Request;
import emptyrecord.kit.testkit.fuzz.FuzzRun;
import emptyrecord.kit.testkit.fuzz.HeapWatch;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Requests by a seed of all operations ({@code bench/fuzz.sh dynamodb}). Each gets 200, or 400 or 413 with a type and a
 * message; a refused write changes nothing; an item that nobody writes stays as it is.
 */
class DynamoFuzzIT extends ServedProtocol {

    private static final int REQUESTS = 2_000;
    private static final String KEPT = "{'TableName':'kept','Key':{'pk':{'S':'k'},'sk':{'N':'1'}}}";

    private String table = "";

    @Test
    void everyBadRequestIsRefusedWithATypeAndAReasonAndChangesNothing() throws Exception {
        createRanged("kept");
        put("kept", "{'pk':{'S':'k'},'sk':{'N':'1'},'word':{'S':'stays'}}");
        createRanged(DynamoRequests.TABLE);
        table = items();
        HeapWatch heap = new HeapWatch();
        FuzzRun.of("dynamodb", REQUESTS).beside(DynamoFuzzIT::assertKept).each(DynamoRequests::request, this::outcome);
        heap.assertBounded();
        assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private String outcome(Request request) throws Exception {
        HttpResponse<String> http = server.send(request.target(), request.body());
        assertThat(http.statusCode()).as(http.body()).isIn(200, 400, 413);
        Reply reply = Reply.of(http.statusCode(), http.body());
        if (reply.status() != 200) {
            assertThat(reply.code()).as(http.body()).matches("[A-Za-z]+Exception");
            assertThat(reply.message()).as(http.body()).isNotBlank();
        }
        if (request.isWrite()) {
            String now = items();
            if (reply.status() != 200) {
                assertThat(now).as("the table after a refused write").isEqualTo(table);
            }
            table = now;
        }
        return reply.code();
    }

    private static String items() throws Exception {
        HttpResponse<String> all = server.post("Scan", "{\"TableName\":\"" + DynamoRequests.TABLE + "\"}");
        assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
        return all.body();
    }

    private static void assertKept() throws Exception {
        assertThat(call("GetItem", KEPT).at("/Item/word/S")).isEqualTo("stays");
    }
}
