package emptyrecord.dwfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of instances as DynamoDB answers for it: the operations and conditions that the front end uses, others fail. */
public final class FakeInstanceRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Rows of a page. */
    private static final int PAGE = 100;

    private final TreeMap<String, ObjectNode> rows = new TreeMap<>();
    private final List<JsonNode> onTheirWay = new ArrayList<>();
    private volatile int batchMost = Integer.MAX_VALUE;
    private volatile Predicate<String> refuses = operation -> false;
    private volatile Predicate<JsonNode> delays = request -> false;
    private volatile Consumer<JsonNode> afterwards = request -> {};

    record Reply(int status, String body) {}

    /** Operations that are answered with an error of the server from now on, and do nothing. */
    public void refuses(Predicate<String> operations) {
        refuses = operations;
    }

    /** Rows that a BatchGetItem answers for from now on; the rest it leaves out. */
    public void batchMost(int most) {
        batchMost = most;
    }

    /** Transactions that are not answered from now on, and carried out by {@link #arrive}. */
    public void delays(Predicate<JsonNode> transactions) {
        delays = transactions;
    }

    /** Carries out what was delayed, in order; a condition that does not hold any more refuses its transaction. */
    public synchronized void arrive() {
        delays = request -> false;
        onTheirWay.forEach(request -> transact(request.get("TransactItems")));
        onTheirWay.clear();
    }

    /** Happens between each request and its answer from now on. */
    public void afterwards(Consumer<JsonNode> wanted) {
        afterwards = wanted;
    }

    /** An empty table. */
    public synchronized void clear() {
        rows.clear();
        refuses = operation -> false;
    }

    public synchronized void remove(String key) {
        rows.remove(key);
    }

    /** Keys of the rows. */
    public synchronized List<String> keys() {
        return List.copyOf(rows.keySet());
    }

    Reply answer(String operation, JsonNode request) {
        Reply reply = carriedOut(operation, request);
        afterwards.accept(request);
        return reply;
    }

    private synchronized Reply carriedOut(String operation, JsonNode request) {
        if (refuses.test(operation)) {
            return new Reply(500, error("InternalServerError"));
        }
        if (operation.equals("TransactWriteItems") && delays.test(request)) {
            onTheirWay.add(request);
            return new Reply(500, error("InternalServerError"));
        }
        return switch (operation) {
            case "TransactWriteItems" -> transact(request.get("TransactItems"));
            case "UpdateItem" -> count(request);
            case "GetItem" -> new Reply(200, item(request.at("/Key/id/S").asString()));
            case "BatchGetItem" -> batch(request);
            case "Scan" -> scan(request);
            default -> new Reply(400, error("UnknownOperationException"));
        };
    }

    private static String error(String type) {
        return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"no\"}";
    }

    private Reply transact(JsonNode writes) {
        if (writes.size() > 100) {
            return new Reply(400, error("ValidationException"));
        }
        for (JsonNode write : writes) {
            if (!holds(write)) {
                return new Reply(400, error("TransactionCanceledException"));
            }
        }
        for (JsonNode write : writes) {
            carryOut(write);
        }
        return new Reply(200, "{}");
    }

    private void carryOut(JsonNode write) {
        if (write.has("Put")) {
            JsonNode item = write.at("/Put/Item");
            rows.put(item.at("/id/S").asString(), (ObjectNode) item);
        } else if (write.has("Delete")) {
            rows.remove(write.at("/Delete/Key/id/S").asString());
        } else if (write.has("Update")) {
            rows.computeIfPresent(write.at("/Update/Key/id/S").asString(), (id, row) -> {
                row.set("givenUp", write.at("/Update/ExpressionAttributeValues/:yes"));
                return row;
            });
        }
    }

    private boolean holds(JsonNode write) {
        JsonNode request = write.properties().iterator().next().getValue();
        JsonNode key = request.has("Item") ? request.at("/Item/id/S") : request.at("/Key/id/S");
        JsonNode row = rows.get(key.asString());
        JsonNode values = request.path("ExpressionAttributeValues");
        String condition = request.path("ConditionExpression").asString("");
        return switch (condition) {
            case "" -> true;
            case "attribute_not_exists(id)" -> row == null;
            case "attribute_exists(id)" -> row != null;
            case "attribute_exists(id) AND attribute_not_exists(givenUp)" -> row != null && !row.has("givenUp");
            case "version = :known" -> row != null && row.path("version").equals(values.path(":known"));
            case "logId = :log" -> row != null && row.path("logId").equals(values.path(":log"));
            case "attribute_not_exists(id) OR version <= :mine" ->
                row == null
                        || row.at("/version/N").asLong()
                                <= values.at("/:mine/N").asLong();
            default -> throw new IllegalArgumentException(condition);
        };
    }

    private Reply count(JsonNode request) {
        ObjectNode counter = rows.computeIfAbsent(request.at("/Key/id/S").asString(), id -> JSON.createObjectNode());
        counter.set("id", request.at("/Key/id"));
        long last = counter.at("/reserved/N").asLong(0)
                + request.at("/ExpressionAttributeValues/:count/N").asLong();
        counter.putObject("reserved").put("N", Long.toString(last));
        return new Reply(200, "{\"Attributes\":{\"reserved\":{\"N\":\"" + last + "\"}}}");
    }

    private String item(String id) {
        return rows.containsKey(id) ? "{\"Item\":" + rows.get(id) + "}" : "{}";
    }

    private Reply batch(JsonNode request) {
        Map.Entry<String, JsonNode> table =
                request.get("RequestItems").properties().iterator().next();
        if (table.getValue().get("Keys").size() > 100) {
            return new Reply(400, error("ValidationException"));
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putObject("Responses").putArray(table.getKey());
        ObjectNode leftOut = answer.putObject("UnprocessedKeys");
        int asked = 0;
        for (JsonNode key : table.getValue().get("Keys")) {
            if (asked++ >= batchMost) {
                leftOut.withObject("/" + table.getKey()).withArray("Keys").add(key);
                continue;
            }
            ObjectNode row = rows.get(key.at("/id/S").asString());
            if (row != null) {
                found.add(row);
            }
        }
        return new Reply(200, answer.toString());
    }

    private Reply scan(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("Items");
        String after = request.at("/ExclusiveStartKey/id/S").asString("");
        for (Map.Entry<String, ObjectNode> row :
                rows.tailMap(after, after.isEmpty()).entrySet()) {
            if (items.size() == PAGE) {
                String last = items.get(PAGE - 1).at("/id/S").asString();
                answer.putObject("LastEvaluatedKey").putObject("id").put("S", last);
                break;
            }
            items.add(row.getValue());
        }
        return new Reply(200, answer.toString());
    }
}
