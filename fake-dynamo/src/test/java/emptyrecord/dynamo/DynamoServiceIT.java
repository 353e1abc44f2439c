package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** The service besides its tables: answers to bad requests, load balancers, faults, state and metrics. */
class DynamoServiceIT extends ServedDynamo {

    @Test
    void badRequestsAreAnsweredInTheProtocolsForm() throws Exception {
        assertThat(server.post("GetItem", "{\"TableName\":").body()).contains("coral.service#SerializationException");
        assertThat(server.post("GetItem", "[]").body()).contains("SerializationException");
        assertThat(server.post("GetItem", "").body()).contains("SerializationException");
        assertThat(server.post("GetItem", "{\"TableName\":1,\"Key\":{}}").body())
                .contains("SerializationException");
        assertThat(server.post("GetItem", "{}").body())
                .contains("ValidationException")
                .contains("Member must not be null");
        assertThat(server.post("CreateBackup", "{}").body()).contains("UnknownOperationException");
        HttpResponse<String> tooLarge = server.post("PutItem", " ".repeat(2_000_000));
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(server.post("ListTables", "{}").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> dynamo.putItem(r -> r.tableName("canary")
                        .item(Map.of(
                                "id", AttributeValue.fromS("big"), "x", AttributeValue.fromS("y".repeat(410_000))))))
                .hasMessageContaining("Item size has exceeded the maximum allowed size");
        assertThatThrownBy(() ->
                        dynamo.putItem(r -> r.tableName("canary").item(Map.of("other", AttributeValue.fromS("x")))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Missing the key id in the item");
        assertThatThrownBy(() ->
                        dynamo.getItem(r -> r.tableName("canary").key(Map.of("id", AttributeValue.fromN("1")))))
                .hasMessageContaining("The provided key element does not match the schema");
    }

    @Test
    void aLoadBalancerThatIsDownClosesItsConnectionsAndTheOthersGoOn() throws Exception {
        assertThat(server.health(0).body()).isEqualTo("{\"name\":\"lb-1a\",\"healthy\":true,\"capacity\":100}");
        server.inject("lb-down", 1, "lb-1a");
        assertThat(server.health(0).statusCode()).isEqualTo(503);
        assertThat(server.health(0).body()).contains("\"healthy\":false");
        assertThat(server.health(1).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> dynamo.listTables()).isInstanceOf(SdkClientException.class);
        try (DynamoDbClient other = server.throughBalancer(1)) {
            assertThat(other.listTables().tableNames()).contains("canary");
        }
        server.clear("lb-down");
        assertThat(dynamo.listTables().tableNames()).contains("canary");
        assertThat(server.eventKinds()).containsSubsequence("load-balancer-down", "load-balancer-up");
    }

    @Test
    void throttleAndLatency() {
        server.inject("throttle", 1, null);
        assertThatThrownBy(() -> dynamo.listTables()).isInstanceOf(ProvisionedThroughputExceededException.class);
        server.clear("throttle");
        server.inject("latency", 300, null);
        long start = System.nanoTime();
        dynamo.listTables();
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000);
    }

    @Test
    void stateAndMetricsAreServed() throws Exception {
        dynamo.listTables();
        assertThat(server.get("/state").body())
                .contains("\"name\":\"droplet-leases\"")
                .contains("\"healthy\":true");
        assertThat(server.get("/actuator/prometheus").body())
                .contains("dynamo_requests_total{operation=\"UpdateItem\",outcome=\"condition_failed\"}")
                .contains("dynamo_request_seconds_count{operation=\"PutItem\"}")
                .contains("dynamo_items{table=\"canary\"}")
                .contains("dynamo_connections{load_balancer=\"lb-1a\"}")
                .contains("dynamo_load_balancer_up{load_balancer=\"lb-1b\"}");
    }
}
