package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionEvaluator;
import emptyrecord.dynamo.core.expression.ConditionRules;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.KeyCondition;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Query and Scan, one page at a time. A page ends at the limit of items or at 1 MB, both counted before the filter. It
 * also ends when the filtered items are 2 MB long as JSON, so an answer is at most 3 MB, or take 2 MB of heap.
 */
public final class Reads {

    /** DynamoDB's limit of the data that one page examines, in its own count; BatchGetItem has a larger one. */
    private static final int PAGE_BYTES_MAX = 1 << 20;

    /** Our choice: plain text stays below it, and only values whose JSON is far longer than their size reach it. */
    private static final int PAGE_JSON_MAX = 2 << 20;

    /** Heap of the items of a page, the last one excepted; our choice. Only values that are dense reach it. */
    public static final int PAGE_HEAP_MAX = 2 << 20;

    private Reads() {}

    /**
     * The parameters common to both reads.
     *
     * @param limit items to look at
     * @param filter selects the returned ones
     * @param start where the last page ended
     * @param fetched whether an index's items are completed from the table, as a local index can do
     */
    public record Page(
            int limit,
            Optional<Condition> filter,
            Bindings bindings,
            Optional<Map<String, AttributeValue>> start,
            boolean fetched) {}

    /**
     * A page's outcome.
     *
     * @param bytes of the scanned items as the target shows them
     * @param fetches sizes in bytes of items that were completed from the table
     * @param json bytes of the items as JSON
     * @param last the key to continue after; empty at the end
     */
    public record Found(
            List<Item> items,
            int scanned,
            int bytes,
            List<Integer> fetches,
            long json,
            Optional<Map<String, AttributeValue>> last) {}

    /** @param condition on the key, not yet bound to the target's key names */
    public static Found query(Readable target, Condition condition, boolean forward, Page page) {
        KeyCondition key = KeyCondition.of(
                condition, page.bindings(), target.hash().name(), target.range().map(KeyAttribute::name));
        checkTypes(target, key, page);
        page.filter().ifPresent(filter -> ConditionRules.refuseKeys(filter, page.bindings(), target::isKey));
        Stream<Item> candidates = target.partition(key.hash(), forward, page.start());
        page.start().ifPresent(start -> refuseOutside(key, target, new Item(start), page));
        return collect(
                target,
                candidates.filter(item -> key.accepts(item, page.bindings())).iterator(),
                page);
    }

    /**
     * Reads several partitions, one after another.
     *
     * @param keys each with another hash key; a start is in one of their partitions
     */
    public static Found partitions(Readable target, List<KeyCondition> keys, boolean forward, Page page) {
        keys.forEach(key -> checkTypes(target, key, page));
        Optional<AttributeValue> startHash = page.start()
                .map(start -> new Item(start)
                        .get(target.hash().name())
                        .orElseThrow(() -> Refusal.validation("The provided starting key is invalid")));
        List<KeyCondition> rest = keys.stream()
                .dropWhile(key ->
                        startHash.filter(hash -> !hash.equals(key.hash())).isPresent())
                .toList();
        if (rest.isEmpty()) {
            throw Refusal.validation(
                    "The provided starting key is outside query boundaries based on provided conditions");
        }
        Stream<Item> all = Stream.empty();
        for (KeyCondition key : rest) {
            Optional<Map<String, AttributeValue>> start = key == rest.getFirst() ? page.start() : Optional.empty();
            all = Stream.concat(
                    all,
                    target.partition(key.hash(), forward, start).filter(item -> key.accepts(item, page.bindings())));
        }
        return collect(target, all.iterator(), page);
    }

    private static void checkTypes(Readable target, KeyCondition key, Page page) {
        KeyRules.checkType(target.hash(), key.hash());
        target.range()
                .ifPresent(range -> key.bounds(page.bindings()).forEach(value -> KeyRules.checkType(range, value)));
    }

    private static void refuseOutside(KeyCondition key, Readable target, Item start, Page page) {
        boolean same =
                start.get(target.hash().name()).filter(key.hash()::equals).isPresent();
        if (!same || !key.accepts(start, page.bindings())) {
            throw Refusal.validation(
                    "The provided starting key is outside query boundaries based on provided conditions");
        }
    }

    /** @param segment which of {@code segments} equal shares of the key space to read */
    public static Found scan(Readable target, int segment, int segments, Page page) {
        Stream<Item> candidates = target.after(page.start());
        if (segments > 1) {
            String hash = target.hash().name();
            candidates = candidates.filter(
                    item -> Math.floorMod(item.get(hash).orElseThrow().hashCode(), segments) == segment);
        }
        return collect(target, candidates.iterator(), page);
    }

    private static Found collect(Readable target, Iterator<Item> candidates, Page page) {
        List<Item> items = new ArrayList<>();
        List<Integer> fetches = new ArrayList<>();
        int scanned = 0;
        int bytes = 0;
        long json = 0;
        long heap = 0;
        while (candidates.hasNext()) {
            Item stored = candidates.next();
            Item item = page.fetched() ? stored : target.shown(stored);
            scanned++;
            bytes += target.sizeOf(stored);
            if (page.fetched()) {
                fetches.add(stored.size());
            }
            if (passes(item, page)) {
                items.add(item);
                json += item.jsonLength();
                heap += item.heap();
            }
            boolean full = bytes >= PAGE_BYTES_MAX || json >= PAGE_JSON_MAX || heap >= PAGE_HEAP_MAX;
            if (full || scanned == page.limit()) {
                return new Found(items, scanned, bytes, fetches, json, Optional.of(target.position(stored)));
            }
        }
        return new Found(items, scanned, bytes, fetches, json, Optional.empty());
    }

    private static boolean passes(Item item, Page page) {
        return page.filter().isEmpty()
                || new ConditionEvaluator(item.attributes(), page.bindings(), ExpressionKind.FILTER)
                        .test(page.filter().get());
    }
}
