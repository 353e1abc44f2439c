package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.IndexSchema.Kind;
import emptyrecord.dynamo.core.table.IndexSchema.Projected;
import emptyrecord.dynamo.core.table.KeyRules;
import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.table.SecondaryIndex;
import emptyrecord.dynamo.core.table.Table;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random puts and deletes: pages of an index hold, in its order, what a sort of all items gives. */
class IndexModelTest {

    private static final int STEPS = 600;
    private static final IndexSchema BY_OWNER = new IndexSchema(
            "by-owner",
            true,
            new KeyAttribute("o", Type.S),
            Optional.of(new KeyAttribute("n", Type.N)),
            new Projected(Kind.INCLUDE, Set.of("shown")));
    private static final TableSchema BARE =
            new TableSchema("leases", new KeyAttribute("id", Type.S), Optional.empty(), Instant.EPOCH);
    private static final TableSchema INDEXED = BARE.with(TableOptions.NONE.with(BY_OWNER));
    private static final Condition OWNED =
            ConditionParser.parse("o = :o", ExpressionKind.KEY_CONDITION).expression();

    private final Map<String, Item> model = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void pagesOfAnIndexAreASortOfTheItems(long seed) {
        Random random = new Random(seed);
        Table table = new Table(INDEXED);
        for (int step = 0; step < STEPS; step++) {
            change(table, random);
            if (step % 20 == 0) {
                check(table, random, "seed " + seed + ", step " + step);
            }
        }
        check(filledLater(), random, "an index that was made afterwards, seed " + seed);
    }

    private void change(Table table, Random random) {
        String id = "i-" + random.nextInt(40);
        if (random.nextInt(4) == 0) {
            model.remove(id);
            table.remove(KeyRules.ofKey(BARE, Map.of("id", new Str(id))));
            return;
        }
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", new Str(id));
        item.put("hidden", new Str("x".repeat(random.nextInt(9))));
        if (random.nextInt(5) > 0) {
            item.put("o", new Str("owner-" + random.nextInt(3)));
        }
        if (random.nextInt(5) > 0) {
            item.put("n", Numbers.parse("" + random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            item.put("shown", new Str("s"));
        }
        model.put(id, new Item(item));
        table.put(KeyRules.ofItem(BARE, item), new Item(item));
    }

    private Table filledLater() {
        Table table = new Table(BARE);
        model.values().forEach(item -> table.put(KeyRules.ofItem(BARE, item.attributes()), item));
        table.alter(INDEXED);
        return table;
    }

    private void check(Table table, Random random, String where) {
        SecondaryIndex index = table.index("by-owner").orElseThrow();
        List<Item> all = new ArrayList<>();
        for (int owner = 0; owner < 3; owner++) {
            List<Item> expected = sorted("owner-" + owner);
            all.addAll(expected);
            int limit = 1 + random.nextInt(4);
            assertThat(pages(index, "owner-" + owner, true, limit)).as(where).isEqualTo(expected);
            assertThat(pages(index, "owner-" + owner, false, limit)).as(where).isEqualTo(expected.reversed());
        }
        assertThat(scanned(index)).as(where).isEqualTo(all);
        assertThat(index.size()).as(where).isEqualTo(all.size());
        assertThat(index.bytes())
                .as(where)
                .isEqualTo(all.stream().mapToLong(Item::size).sum());
        assertThat(table.heap())
                .as(where)
                .isEqualTo(INDEXED.options().heap()
                        + model.values().stream().mapToLong(INDEXED::heapOf).sum());
    }

    private List<Item> sorted(String owner) {
        return model.values().stream()
                .filter(item -> item.get("o").filter(new Str(owner)::equals).isPresent()
                        && item.get("n").isPresent())
                .sorted(Comparator.comparing(item -> ((Num) item.get("n").orElseThrow()).value()))
                .map(IndexModelTest::shown)
                .toList();
    }

    private static Item shown(Item item) {
        Map<String, AttributeValue> kept = new HashMap<>(item.attributes());
        kept.remove("hidden");
        return new Item(kept);
    }

    private static List<Item> pages(SecondaryIndex index, String owner, boolean forward, int limit) {
        Bindings bindings = new Bindings(Map.of(), Map.of(":o", new Str(owner)));
        List<Item> items = new ArrayList<>();
        Optional<Map<String, AttributeValue>> start = Optional.empty();
        do {
            Reads.Page page = new Reads.Page(limit, Optional.empty(), bindings, start, false);
            Reads.Found found = Reads.query(index, OWNED, forward, page);
            items.addAll(found.items());
            start = found.last();
        } while (start.isPresent());
        return items;
    }

    private static List<Item> scanned(SecondaryIndex index) {
        Reads.Page page = new Reads.Page(1000, Optional.empty(), Bindings.NONE, Optional.empty(), false);
        return Reads.scan(index, 0, 1, page).items();
    }
}
