package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;

/** Calls of the DynamoDB protocol as they are on the wire; single quotes stand for double ones. */
abstract class ServedProtocol extends ServedDynamo {

    static Reply call(String operation, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(operation, body.replace('\'', '"'));
        return Reply.of(answer.statusCode(), answer.body());
    }

    static void createRanged(String table) throws IOException, InterruptedException {
        assertThat(call(
                                "CreateTable",
                                "{'TableName':'" + table + "','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':["
                                        + "{'AttributeName':'pk','AttributeType':'S'},"
                                        + "{'AttributeName':'sk','AttributeType':'N'}],'KeySchema':["
                                        + "{'AttributeName':'pk','KeyType':'HASH'},"
                                        + "{'AttributeName':'sk','KeyType':'RANGE'}]}")
                        .code())
                .isEqualTo("ok");
    }

    static void put(String table, String item) throws IOException, InterruptedException {
        Reply reply = call("PutItem", "{'TableName':'" + table + "','Item':" + item + "}");
        assertThat(reply.code()).as(reply.message()).isEqualTo("ok");
    }

    static void assertRejected(Reply reply, String message) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("ValidationException");
        assertThat(reply.message()).isEqualTo(message);
    }
}
