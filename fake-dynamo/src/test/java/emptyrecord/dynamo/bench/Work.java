package emptyrecord.dynamo.bench;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requests that are measured: items of some 200 bytes, of which ten share an owner. */
enum Work {
    PUT("PutItem") {
        @Override
        String body(Random random) {
            return put(random.nextInt(ITEMS), random.nextInt(1_000_000));
        }
    },
    /** An update whose condition holds. */
    UPDATE("UpdateItem") {
        @Override
        String body(Random random) {
            return "{" + change(random.nextInt(ITEMS)) + "}";
        }
    },
    GET("GetItem") {
        @Override
        String body(Random random) {
            return "{\"TableName\":\"" + TABLE + "\"," + key(random.nextInt(ITEMS)) + ",\"ConsistentRead\":true}";
        }
    },
    /** Ten items through a global index. */
    QUERY("Query") {
        @Override
        String body(Random random) {
            return "{\"TableName\":\"" + TABLE + "\",\"IndexName\":\"" + INDEX
                    + "\",\"KeyConditionExpression\":\"#o = :o\",\"ExpressionAttributeNames\":{\"#o\":\"owner\"},"
                    + "\"ExpressionAttributeValues\":{\":o\":{\"S\":\"" + owner(random.nextInt(ITEMS)) + "\"}}}";
        }
    },
    /** Four conditional updates, all or none. */
    TRANSACT("TransactWriteItems") {
        @Override
        String body(Random random) {
            int first = random.nextInt(ITEMS);
            return Stream.of(first, first + 250, first + 500, first + 750)
                    .map(item -> "{\"Update\":{" + change(item % ITEMS) + "}}")
                    .collect(Collectors.joining(",", "{\"TransactItems\":[", "]}"));
        }
    };

    static final int ITEMS = 1000;
    static final String TABLE = "bench";
    static final String INDEX = "by-owner";

    private static final int OWNERS = 100;
    private static final String TEXT = "a droplet's lease, as long as such a text is in the region. ".repeat(2);

    private final String operation;

    Work(String operation) {
        this.operation = operation;
    }

    String operation() {
        return operation;
    }

    abstract String body(Random random);

    static String definition() {
        return "{\"TableName\":\"" + TABLE + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":["
                + "{\"AttributeName\":\"id\",\"AttributeType\":\"S\"},{\"AttributeName\":\"owner\",\"AttributeType\":\"S\"}],"
                + "\"KeySchema\":[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}],\"GlobalSecondaryIndexes\":[{\"IndexName\":\""
                + INDEX + "\",\"KeySchema\":[{\"AttributeName\":\"owner\",\"KeyType\":\"HASH\"}],"
                + "\"Projection\":{\"ProjectionType\":\"ALL\"}}]}";
    }

    static String put(int item, int version) {
        return "{\"TableName\":\"" + TABLE + "\",\"Item\":{\"id\":{\"S\":\"" + id(item) + "\"},\"owner\":{\"S\":\""
                + owner(item) + "\"},\"version\":{\"N\":\"" + version + "\"},\"text\":{\"S\":\"" + TEXT + "\"}}}";
    }

    private static String change(int item) {
        return "\"TableName\":\"" + TABLE + "\"," + key(item)
                + ",\"UpdateExpression\":\"SET #v = #v + :one\",\"ConditionExpression\":\"attribute_exists(id) AND #v >= :zero\","
                + "\"ExpressionAttributeNames\":{\"#v\":\"version\"},"
                + "\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"},\":zero\":{\"N\":\"0\"}}";
    }

    private static String key(int item) {
        return "\"Key\":{\"id\":{\"S\":\"" + id(item) + "\"}}";
    }

    private static String id(int item) {
        return "item-%06d".formatted(item);
    }

    private static String owner(int item) {
        return "owner-%04d".formatted(item % OWNERS);
    }
}
