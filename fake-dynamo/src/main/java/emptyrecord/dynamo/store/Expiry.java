package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes the items whose end has come, in incident time
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html). The end is a number of epoch
 * seconds in the attribute that the table names. Other types, and ends of more than five years ago, do not count.
 */
public final class Expiry {

    private static final Duration OLDEST = Duration.ofDays(5 * 365);

    /** Items that are deleted in one go, so that the keys of a large table are not all in memory. */
    private static final int PORTION = 100;

    private static final Condition OVER =
            ConditionParser.parse("#end <= :now", ExpressionKind.CONDITION).expression();

    private final Store store;
    private final InstantSource clock;

    public Expiry(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Deletes all items that have expired by now. */
    public void deleteExpired() {
        Instant now = clock.instant();
        for (TableSummary table : store.summaries()) {
            table.schema().options().expiry().ifPresent(end -> deleteExpired(table.schema(), end, now));
        }
    }

    private void deleteExpired(TableSchema schema, String end, Instant now) {
        Optional<Map<String, AttributeValue>> start = Optional.empty();
        List<Map<String, AttributeValue>> keys;
        do {
            Optional<Map<String, AttributeValue>> from = start;
            keys = store.read(schema.name(), table -> expired(table.after(from), table, end, now));
            keys.forEach(key -> delete(schema.name(), key, end, now));
            start = keys.isEmpty() ? from : Optional.of(keys.getLast());
        } while (keys.size() == PORTION);
    }

    private static List<Map<String, AttributeValue>> expired(Stream<Item> items, Table table, String end, Instant now) {
        return items.filter(item -> isOver(item, end, now))
                .limit(PORTION)
                .map(table::position)
                .toList();
    }

    private static boolean isOver(Item item, String end, Instant now) {
        return item.get(end).orElse(null) instanceof Num at
                && at.value().compareTo(seconds(now)) <= 0
                && at.value().compareTo(seconds(now.minus(OLDEST))) > 0;
    }

    /** A client may have given the item another end meanwhile. */
    private void delete(String table, Map<String, AttributeValue> key, String end, Instant now) {
        Bindings bindings = new Bindings(
                Map.of("#end", end), Map.of(":now", new Num(seconds(now).stripTrailingZeros())));
        store.expire(new Write(table, new Write.Delete(key), Optional.of(OVER), bindings));
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond());
    }
}
