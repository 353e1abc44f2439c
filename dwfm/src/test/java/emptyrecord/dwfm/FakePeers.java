package emptyrecord.dwfm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** DynamoDB as far as the two tables need it, and the Network Manager, on one loopback port. */
public final class FakePeers implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer http;
    private final Map<String, ObjectNode> items = new ConcurrentHashMap<>();
    private final FakeInstanceRows instances = new FakeInstanceRows();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();
    private final List<String> news = new CopyOnWriteArrayList<>();
    private volatile boolean networkManagerUp = true;
    private volatile boolean takesLaunches = true;

    public FakePeers() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::dynamo);
        http.createContext("/network-state", this::networkState);
        http.createContext("/admission", this::admission);
        http.start();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** To the lease table and to the instances'. */
    int calls() {
        return calls.get();
    }

    public FakeInstanceRows instances() {
        return instances;
    }

    /** Members of the transactions that were carried out, each a list of droplets. */
    List<List<String>> transactions() {
        return transactions;
    }

    List<String> news() {
        return news;
    }

    void networkManagerUp(boolean up) {
        networkManagerUp = up;
    }

    void takesLaunches(boolean takes) {
        takesLaunches = takes;
    }

    /** The item of a droplet, as DynamoDB JSON. */
    public ObjectNode item(String droplet) {
        return items.getOrDefault(droplet, JsonNodeFactory.instance.objectNode());
    }

    private void networkState(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (networkManagerUp) {
            news.add(body);
        }
        reply(exchange, networkManagerUp ? 202 : 503, "");
    }

    private void admission(HttpExchange exchange) throws IOException {
        reply(exchange, 200, "application/json", "{\"accepting\":" + takesLaunches + ",\"queueLength\":0}");
    }

    private void dynamo(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String droplet = request.at("/Key/droplet/S").asString();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        if (target.endsWith("BatchGetItem") && !request.findPath("droplet").isMissingNode()) {
            reply(exchange, 200, batch(request).toString());
        } else if (!request.at("/TransactItems/0/Update/Key/droplet").isMissingNode()) {
            reply(exchange, transact(request.get("TransactItems")));
        } else if (droplet.isEmpty()) {
            FakeInstanceRows.Reply answer = instances.answer(target.substring(target.indexOf('.') + 1), request);
            reply(exchange, answer.status(), answer.body());
        } else if (target.endsWith("GetItem")) {
            ObjectNode answer = JSON.createObjectNode();
            if (items.containsKey(droplet)) {
                answer.set("Item", item(droplet));
            }
            reply(exchange, 200, answer.toString());
        } else if (update(droplet, request)) {
            reply(exchange, 200, "{}");
        } else {
            reply(
                    exchange,
                    400,
                    "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"no\"}");
        }
    }

    private ObjectNode batch(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode responses = answer.putObject("Responses");
        request.get("RequestItems").properties().forEach(table -> {
            ArrayNode found = responses.putArray(table.getKey());
            for (JsonNode key : table.getValue().get("Keys")) {
                String droplet = key.at("/droplet/S").asString();
                if (items.containsKey(droplet)) {
                    found.add(item(droplet));
                }
            }
        });
        answer.putObject("UnprocessedKeys");
        return answer;
    }

    private static void reply(HttpExchange exchange, boolean committed) throws IOException {
        String cancelled =
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"message\":\"no\"}";
        reply(exchange, committed ? 200 : 400, committed ? "{}" : cancelled);
    }

    private synchronized boolean transact(JsonNode parts) {
        List<String> members = new ArrayList<>();
        for (JsonNode part : parts) {
            String droplet = part.at("/Update/Key/droplet/S").asString();
            if (!allowed(droplet, part.get("Update"))) {
                return false;
            }
            members.add(droplet);
        }
        for (JsonNode part : parts) {
            var unused = update(part.at("/Update/Key/droplet/S").asString(), part.get("Update"));
        }
        transactions.add(members);
        return true;
    }

    private boolean allowed(String droplet, JsonNode request) {
        return holds(
                request.get("ConditionExpression").asString(), item(droplet), request.get("ExpressionAttributeValues"));
    }

    private synchronized boolean update(String droplet, JsonNode request) {
        ObjectNode item = item(droplet);
        JsonNode values = request.get("ExpressionAttributeValues");
        if (!allowed(droplet, request)) {
            return false;
        }
        ObjectNode next = item.deepCopy();
        next.set("droplet", request.at("/Key/droplet"));
        String assignments = request.get("UpdateExpression").asString().substring("SET ".length());
        for (String assignment : assignments.split(", ", -1)) {
            String[] sides = assignment.split(" = ", -1);
            next.set(sides[0], values.get(sides[1]));
        }
        items.put(droplet, next);
        return true;
    }

    private static boolean holds(String condition, ObjectNode item, JsonNode values) {
        return switch (condition) {
            case "attribute_not_exists(droplet)" -> item.isEmpty();
            case "epoch = :known" -> item.at("/epoch/N").equals(values.at("/:known/N"));
            default ->
                item.at("/holder/S").equals(values.at("/:holder/S"))
                        && item.at("/reservedUntil/N").asLong(0)
                                > values.at("/:now/N").asLong(0);
        };
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        reply(exchange, status, "application/x-amz-json-1.0", body);
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
