package emptyrecord.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Transactions: all writes or none, reasons in the order of the writes, limits, and sums that never change. */
class TransactionIT extends ServedProtocol {

    private static final int TRANSFERS = 40;

    private static Reply transact(String items) throws IOException, InterruptedException {
        return call("TransactWriteItems", "{'TransactItems':[" + items + "]}");
    }

    private static String putOf(String id) {
        return "{'Put':{'TableName':'canary','Item':{'id':{'S':'" + id + "'}}}}";
    }

    private static String add(String id, int amount, int atLeast) {
        return "{'Update':{'TableName':'canary','Key':{'id':{'S':'" + id + "'}},'UpdateExpression':'ADD n :by',"
                + "'ConditionExpression':'n >= :min','ExpressionAttributeValues':{':by':{'N':'" + amount
                + "'},':min':{'N':'" + atLeast + "'}}}}";
    }

    private static int stored(String id) throws IOException, InterruptedException {
        return Integer.parseInt(call("GetItem", "{'TableName':'canary','Key':{'id':{'S':'" + id + "'}}}")
                .at("/Item/n/N"));
    }

    private static boolean exists(String id) throws IOException, InterruptedException {
        return call("GetItem", "{'TableName':'canary','Key':{'id':{'S':'" + id + "'}}}")
                .body()
                .has("Item");
    }

    @Test
    void aFailedCheckCancelsAllAndTellsTheOldItemIfAsked() throws Exception {
        put("canary", "{'id':{'S':'held'},'n':{'N':'1'}}");
        Reply reply = transact("{'ConditionCheck':{'TableName':'canary','Key':{'id':{'S':'held'}},"
                + "'ConditionExpression':'n = :two','ExpressionAttributeValues':{':two':{'N':'2'}},"
                + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}," + putOf("other"));
        assertThat(reply.code()).isEqualTo("TransactionCanceledException");
        assertThat(reply.message())
                .isEqualTo("Transaction cancelled, please refer cancellation reasons for specific reasons "
                        + "[ConditionalCheckFailed, None]");
        assertThat(reply.at("/CancellationReasons/0/Code")).isEqualTo("ConditionalCheckFailed");
        assertThat(reply.at("/CancellationReasons/0/Item/n/N")).isEqualTo("1");
        assertThat(reply.at("/CancellationReasons/1/Code")).isEqualTo("None");
        assertThat(exists("other")).isFalse();
    }

    @Test
    void oneItemMayBeInATransactionOnce() throws Exception {
        assertRejected(
                transact(putOf("t") + ",{'Delete':{'TableName':'canary','Key':{'id':{'S':'t'}}}}"),
                "Transaction request cannot include multiple operations on one item");
        assertThat(exists("t")).isFalse();
    }

    @Test
    void aHundredWritesAreATransactionAndNoneAndOneMoreAreNot() throws Exception {
        String hundred = IntStream.range(0, 100).mapToObj(i -> putOf("h" + i)).collect(Collectors.joining(","));
        assertThat(transact(hundred).code()).isEqualTo("ok");
        assertThat(exists("h99")).isTrue();
        String words = "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: "
                + "Member must have length between 1 and 100";
        assertRejected(transact(""), words);
        assertRejected(transact(hundred + "," + putOf("h100")), words);
    }

    @Test
    void aWrongExpressionInOneWriteRejectsAllOfThem() throws Exception {
        Reply reply = transact(putOf("first") + ",{'Update':{'TableName':'canary','Key':{'id':{'S':'second'}},"
                + "'UpdateExpression':'SET'}}");
        assertRejected(reply, "Invalid UpdateExpression: Syntax error; token: \"<EOF>\", near: \"SET\"");
        assertThat(exists("first")).isFalse();
    }

    @Test
    void aTransactionReachesOverTables() throws Exception {
        String lease = "{'Put':{'TableName':'droplet-leases','Item':{'droplet':{'S':'d'}},"
                + "'ConditionExpression':'attribute_not_exists(droplet)'}}";
        assertThat(transact(putOf("both") + "," + lease).code()).isEqualTo("ok");
        assertThat(transact(putOf("once-more") + "," + lease).code()).isEqualTo("TransactionCanceledException");
        assertThat(exists("both")).isTrue();
        assertThat(exists("once-more")).isFalse();
    }

    /** Transfers in both directions at the same time: nothing is lost, made or overdrawn, and none waits for ever. */
    @Test
    void theSumOverTwoItemsNeverChanges() throws Exception {
        put("canary", "{'id':{'S':'left'},'n':{'N':'20'}}");
        put("canary", "{'id':{'S':'right'},'n':{'N':'20'}}");
        AtomicInteger balance = new AtomicInteger();
        AtomicInteger unexpected = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TRANSFERS; i++) {
                boolean right = i % 2 == 0;
                threads.submit(() -> {
                    String from = right ? "left" : "right";
                    String to = right ? "right" : "left";
                    Reply reply = transact(add(from, -3, 3) + "," + add(to, 3, 0));
                    if (reply.code().equals("ok")) {
                        balance.addAndGet(right ? 3 : -3);
                    } else if (!reply.code().equals("TransactionCanceledException")) {
                        unexpected.incrementAndGet();
                    }
                    return reply;
                });
            }
        }
        assertThat(unexpected).hasValue(0);
        assertThat(stored("right")).isEqualTo(20 + balance.get()).isNotNegative();
        assertThat(stored("left")).isEqualTo(20 - balance.get()).isNotNegative();
    }

    private static Reply bump(String token, int by, String more) throws IOException, InterruptedException {
        return call(
                "TransactWriteItems",
                "{'ClientRequestToken':'" + token + "','TransactItems':[{'Update':{'TableName':'canary','Key':{'id':"
                        + "{'S':'bumped'}},'UpdateExpression':'ADD n :by','ExpressionAttributeValues':{':by':{'N':'"
                        + by + "'}}}}]" + more + "}");
    }

    @Test
    void aTransactionIsDoneOnceForAToken() throws Exception {
        assertThat(bump("token-1", 2, "").code()).isEqualTo("ok");
        Reply again = bump("token-1", 2, ",'ReturnConsumedCapacity':'TOTAL'");
        assertThat(again.code()).isEqualTo("ok");
        assertThat(again.at("/ConsumedCapacity/0/ReadCapacityUnits"))
                .as("a repetition costs reads")
                .isEqualTo("2.0");
        Reply other = bump("token-1", 3, "");
        assertThat(other.code()).isEqualTo("IdempotentParameterMismatchException");
        assertThat(other.status()).isEqualTo(400);
        assertThat(stored("bumped")).isEqualTo(2);
        assertThat(bump("token-2", 3, ",'ReturnConsumedCapacity':'INDEXES'").at("/ConsumedCapacity/0"))
                .isEqualTo("{\"TableName\":\"canary\",\"CapacityUnits\":2.0,\"WriteCapacityUnits\":2.0,"
                        + "\"Table\":{\"CapacityUnits\":2.0,\"WriteCapacityUnits\":2.0}}");
        assertThat(stored("bumped")).isEqualTo(5);
        assertThat(bump("x".repeat(37), 1, "").message()).contains("'clientRequestToken' failed", "equal to 36");
    }

    /** A transaction that was cancelled did nothing, so its token is free for the next try. */
    @Test
    void aCancelledTransactionMayBeTriedAgainWithItsToken() throws Exception {
        String guarded = "{'ClientRequestToken':'retry','TransactItems':[" + putOf("guarded")
                + ",{'ConditionCheck':{'TableName':'canary','Key':{'id':{'S':'open'}},"
                + "'ConditionExpression':'attribute_exists(id)'}}]}";
        assertThat(call("TransactWriteItems", guarded).code()).isEqualTo("TransactionCanceledException");
        put("canary", "{'id':{'S':'open'}}");
        assertThat(call("TransactWriteItems", guarded).code()).isEqualTo("ok");
        assertThat(exists("guarded")).isTrue();
    }

    private static Reply read(String gets) throws IOException, InterruptedException {
        return call("TransactGetItems", "{'ReturnConsumedCapacity':'TOTAL','TransactItems':[" + gets + "]}");
    }

    private static String getOf(String id) {
        return "{'Get':{'TableName':'canary','Key':{'id':{'S':'" + id + "'}},'ProjectionExpression':'n'}}";
    }

    @Test
    void aTransactionReadsItemsOfSeveralTablesInTheirOrder() throws Exception {
        put("canary", "{'id':{'S':'read'},'n':{'N':'4'}}");
        put("droplet-leases", "{'droplet':{'S':'read'}}");
        Reply reply = read(getOf("missing") + "," + getOf("read")
                + ",{'Get':{'TableName':'droplet-leases','Key':{'droplet':{'S':'read'}}}}");
        assertThat(reply.at("/Responses"))
                .isEqualTo("[{},{\"Item\":{\"n\":{\"N\":\"4\"}}},{\"Item\":{\"droplet\":{\"S\":\"read\"}}}]");
        assertThat(reply.at("/ConsumedCapacity/0/ReadCapacityUnits")).isEqualTo("4.0");
        assertThat(reply.at("/ConsumedCapacity/1/CapacityUnits")).isEqualTo("2.0");
        assertRejected(
                read(getOf("read") + "," + getOf("read")),
                "Transaction request cannot include multiple operations on one item");
        assertThat(read("").message()).contains("'transactItems' failed");
        assertThat(read(getOf("read").replace("canary", "nowhere")).code()).isEqualTo("ResourceNotFoundException");
    }
}
