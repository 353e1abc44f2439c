package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionEvaluator;
import emptyrecord.dynamo.core.expression.ConditionRules;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.KeyCondition;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Query and Scan, one page at a time. A page ends at the limit of items or at 1 MB, both counted before the filter. It
 * also ends when the filtered items are 2 MB long as JSON, so an answer is at most 3 MB.
 */
public final class Reads {

    /** DynamoDB's limit of the data that one page examines, in its own count; BatchGetItem has a larger one. */
    private static final int PAGE_BYTES_MAX = 1 << 20;

    /** Our choice: plain text stays below it, and only values whose JSON is far longer than their size reach it. */
    private static final int PAGE_JSON_MAX = 2 << 20;

    private Reads() {}

    /**
     * The parameters common to both reads.
     *
     * @param limit items to look at
     * @param filter selects the returned ones
     * @param start where the last page ended
     */
    public record Page(
            int limit, Optional<Condition> filter, Bindings bindings, Optional<Map<String, AttributeValue>> start) {}

    /**
     * A page's outcome.
     *
     * @param json bytes of the items as JSON
     * @param last the key to continue after; empty at the end
     */
    public record Found(List<Item> items, int scanned, int bytes, long json, Optional<Item> last) {}

    /** @param condition on the key, not yet bound to the table's key names */
    public static Found query(Table table, Condition condition, boolean forward, Page page) {
        TableSchema schema = table.schema();
        KeyCondition key = KeyCondition.of(
                condition, page.bindings(), schema.hash().name(), schema.range().map(TableSchema.KeyAttribute::name));
        KeyRules.checkType(schema.hash(), key.hash());
        page.filter().ifPresent(filter -> ConditionRules.refuseKeys(filter, page.bindings(), schema::isKey));
        Stream<Item> candidates = table.partition(key.hash(), forward, start(schema, page))
                .filter(item -> key.accepts(item, page.bindings()));
        return collect(candidates.iterator(), page);
    }

    /** @param segment which of {@code segments} equal shares of the key space to read */
    public static Found scan(Table table, int segment, int segments, Page page) {
        TableSchema schema = table.schema();
        Stream<Item> candidates = table.after(start(schema, page));
        if (segments > 1) {
            candidates = candidates.filter(item -> Math.floorMod(
                            KeyRules.ofItem(schema, item.attributes()).hash().hashCode(), segments)
                    == segment);
        }
        return collect(candidates.iterator(), page);
    }

    private static Optional<ItemKey> start(TableSchema schema, Page page) {
        return page.start().map(start -> KeyRules.ofStart(schema, start));
    }

    private static Found collect(Iterator<Item> candidates, Page page) {
        List<Item> items = new ArrayList<>();
        int scanned = 0;
        int bytes = 0;
        long json = 0;
        while (candidates.hasNext()) {
            Item item = candidates.next();
            scanned++;
            bytes += item.size();
            if (passes(item, page)) {
                items.add(item);
                json += JsonLength.of(item.attributes());
            }
            if (scanned == page.limit() || bytes >= PAGE_BYTES_MAX || json >= PAGE_JSON_MAX) {
                return new Found(items, scanned, bytes, json, Optional.of(item));
            }
        }
        return new Found(items, scanned, bytes, json, Optional.empty());
    }

    private static boolean passes(Item item, Page page) {
        return page.filter().isEmpty()
                || new ConditionEvaluator(item.attributes(), page.bindings(), ExpressionKind.FILTER)
                        .test(page.filter().get());
    }
}
