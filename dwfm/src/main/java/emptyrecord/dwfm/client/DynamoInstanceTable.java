package emptyrecord.dwfm.client;

import emptyrecord.dwfm.core.lease.ConnectionRule;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.instances.InstanceTable;
import emptyrecord.dwfm.instances.TableException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of instances in DynamoDB, over the front end's own connections, with its own resolver: it loses and finds the
 * name at its own time (F10). Nothing is retried here, because EC2's callers retry.
 */
public final class DynamoInstanceTable implements InstanceTable {

    /** DynamoDB: keys of a BatchGetItem. */
    private static final int KEYS_MAX = 100;

    private static final String VERSIONS = "id, version";

    private final DynamoDbClient dynamo;
    private final PinnedConnections connections;
    private final ConnectionRule rule;
    private final InstanceItems items;
    private final LongWrites longWrites;
    private final ReadPace pace = new ReadPace();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * How it is reached.
     *
     * @param resolver of the front end
     * @param rule of its connections
     * @param chance seeded; the lives of its connections
     */
    public record Access(DynamoClients clients, HostResolver resolver, ConnectionRule rule, SplittableRandom chance) {}

    /** @param clock incident time */
    public DynamoInstanceTable(String table, Access access, InstantSource clock) {
        this.rule = access.rule();
        this.connections = new PinnedConnections(rule, access.resolver(), clock, access.chance());
        this.dynamo = access.clients().client(connections);
        this.items = new InstanceItems(table, JsonMapper.builder().build());
        this.longWrites = new LongWrites(dynamo, items);
    }

    @Override
    public Contents load() {
        return called(() -> {
            InstanceItems.Found all = items.new Found();
            scan("", all::add);
            return all.contents();
        });
    }

    @Override
    public Contents read(Collection<String> keys) {
        return called(() -> {
            InstanceItems.Found found = items.new Found();
            get(keys, "", found::add);
            return found.contents();
        });
    }

    @Override
    public Map<String, Long> versions() {
        return called(() -> {
            Map<String, Long> versions = new HashMap<>();
            scan(VERSIONS, item -> note(item, versions));
            return versions;
        });
    }

    @Override
    public Map<String, Long> versions(Collection<String> ids) {
        return called(() -> {
            Map<String, Long> versions = new HashMap<>();
            get(ids, VERSIONS, item -> note(item, versions));
            return versions;
        });
    }

    private static void note(Map<String, AttributeValue> item, Map<String, Long> versions) {
        String id = InstanceItems.id(item);
        if (InstanceItems.isInstance(id)) {
            versions.put(id, InstanceItems.numberIn(item, InstanceItems.VERSION));
        }
    }

    /** @param attributes of each item; empty for all */
    private void scan(String attributes, Consumer<Map<String, AttributeValue>> each) {
        Map<String, AttributeValue> last = Map.of();
        do {
            Map<String, AttributeValue> from = last;
            ScanResponse page = dynamo.scan(r -> r.tableName(items.table())
                    .consistentRead(true)
                    .projectionExpression(attributes.isEmpty() ? null : attributes)
                    .exclusiveStartKey(from.isEmpty() ? null : from));
            page.items().forEach(each);
            last = page.lastEvaluatedKey();
        } while (!last.isEmpty());
    }

    private void get(Collection<String> keys, String attributes, Consumer<Map<String, AttributeValue>> each) {
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS_MAX) {
            List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_MAX));
            get(
                    KeysAndAttributes.builder()
                            .keys(some.stream().map(InstanceItems::key).toList())
                            .consistentRead(true)
                            .projectionExpression(attributes.isEmpty() ? null : attributes)
                            .build(),
                    each);
        }
    }

    /** What DynamoDB leaves out is asked for again, in turns, as long as that becomes less. */
    private void get(KeysAndAttributes keys, Consumer<Map<String, AttributeValue>> each) {
        Map<String, KeysAndAttributes> wanted = Map.of(items.table(), keys);
        while (!wanted.isEmpty()) {
            Map<String, KeysAndAttributes> asked = wanted;
            BatchGetItemResponse page = dynamo.batchGetItem(r -> r.requestItems(asked));
            page.responses().getOrDefault(items.table(), List.of()).forEach(each);
            wanted = page.unprocessedKeys();
            if (!wanted.isEmpty()) {
                refuseUnlessFewer(wanted, asked);
                pace.awaitTurn();
            }
        }
    }

    private static void refuseUnlessFewer(Map<String, KeysAndAttributes> wanted, Map<String, KeysAndAttributes> asked) {
        if (keys(wanted) >= keys(asked)) {
            throw new TableException(
                    TableException.Effect.NONE,
                    "DynamoDB answered without any of the " + keys(asked) + " rows that were asked for");
        }
    }

    private static int keys(Map<String, KeysAndAttributes> request) {
        return request.values().stream().mapToInt(keys -> keys.keys().size()).sum();
    }

    @Override
    public long reserve(int count) {
        return called(() -> InstanceItems.numberIn(
                dynamo.updateItem(r -> r.tableName(items.table())
                                .key(InstanceItems.key(InstanceItems.COUNTER))
                                .updateExpression("ADD reserved :count")
                                .expressionAttributeValues(Map.of(":count", InstanceItems.number(count)))
                                .returnValues("UPDATED_NEW"))
                        .attributes(),
                "reserved"));
    }

    @Override
    public void write(List<Change> changes) {
        boolean committed = called(() -> {
            if (LongWrites.fits(changes)) {
                longWrites.transact(changes.stream().map(items::write).toList());
                return false;
            }
            longWrites.write(changes);
            return true;
        });
        if (committed) {
            finishNow();
        }
    }

    /** The write is done; if its rows cannot be brought to their places now, the next call does it first. */
    private void finishNow() {
        try {
            var unused = called(() -> true);
        } catch (TableException e) {
            // The redo log has it.
        }
    }

    private <T> T called(Supplier<T> call) {
        try {
            return connections.over(any(), () -> {
                longWrites.finish();
                return call.get();
            });
        } catch (SdkException e) {
            throw TableFailures.of(e);
        }
    }

    /** The next connection, in turn: to them a number is a droplet's. */
    private DropletId any() {
        return new DropletId(1, Math.floorMod(calls.getAndIncrement(), rule.count()));
    }

    @Override
    public void close() {
        dynamo.close();
        connections.close();
    }
}
