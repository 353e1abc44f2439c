package emptyrecord.customers.client.dynamo;

import emptyrecord.customers.client.Requests;
import emptyrecord.customers.core.stack.Api;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The calls of one client: its items are rows {@code customers/STACK/CLIENT/KEY} of a table with the hash key {@code id}. */
final class DynamoCalls implements AutoCloseable {

    private static final String HASH_KEY = "id";

    private final DynamoDbClient dynamo;
    private final SdkHttpClient http;
    private final String table;
    private final String client;

    /**
     * @param http of the client; the SDK does not close one that it was given
     * @param client whose items these are, for example {@code sdk-legacy/1}
     */
    DynamoCalls(DynamoDbClient dynamo, SdkHttpClient http, String table, String client) {
        this.dynamo = dynamo;
        this.http = http;
        this.table = table;
        this.client = client;
    }

    /** Makes a call; the answer is the item's value, empty if there is none. */
    String call(Api api, int key, Requests requests) {
        return switch (api) {
            case READ -> get(key, requests);
            case WRITE -> put(key, requests);
            case REQUEST -> throw new IllegalArgumentException("DynamoDB has no " + api.word());
        };
    }

    private String get(int key, Requests requests) {
        Map<String, AttributeValue> item = dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Map.of(HASH_KEY, id(key)))
                        .overrideConfiguration(o -> o.putExecutionAttribute(RequestCounter.REQUESTS, requests))
                        .build())
                .item();
        AttributeValue value = item.get("value");
        return value == null ? "" : value.s();
    }

    private String put(int key, Requests requests) {
        String value = client + " wrote";
        dynamo.putItem(PutItemRequest.builder()
                .tableName(table)
                .item(Map.of(HASH_KEY, id(key), "value", AttributeValue.fromS(value)))
                .overrideConfiguration(o -> o.putExecutionAttribute(RequestCounter.REQUESTS, requests))
                .build());
        return value;
    }

    private AttributeValue id(int key) {
        return AttributeValue.fromS("customers/" + client + "/" + key);
    }

    @Override
    public void close() {
        dynamo.close();
        http.close();
    }
}
