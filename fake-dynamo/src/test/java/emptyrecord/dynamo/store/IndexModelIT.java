package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.IndexSchema.Kind;
import emptyrecord.dynamo.core.table.IndexSchema.Projected;
import emptyrecord.dynamo.core.table.Reads;
import emptyrecord.dynamo.core.table.SecondaryIndex;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random puts and deletes: pages of an index hold, in its order, what a sort of all items gives. */
class IndexModelIT {

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

    @TempDir
    Path data = Path.of("unset");

    private final Map<String, Item> model = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 889_339})
    void pagesOfAnIndexAreASortOfTheItems(long seed) {
        Random random = new Random(seed);
        try (Store store = Writes.bare(data)) {
            store.create(INDEXED);
            for (int step = 0; step < STEPS; step++) {
                change(store, random);
                if (step % 20 == 0) {
                    check(store, random, "seed " + seed + ", step " + step);
                }
            }
            store.alter("leases", options -> options.without("by-owner"));
            assertThat(store.describe("leases").indexes()).isEmpty();
            store.alter("leases", options -> INDEXED.options());
            check(store, random, "an index that was made afterwards, seed " + seed);
        }
        try (Store again = Writes.bare(data)) {
            check(again, random, "after a start, seed " + seed);
        }
    }

    private static void write(Store store, Write.Action action) {
        store.write(new Write("leases", action, Optional.empty(), Bindings.NONE), decisions -> {});
    }

    private void change(Store store, Random random) {
        String id = "i-" + random.nextInt(40);
        if (random.nextInt(4) == 0) {
            model.remove(id);
            write(store, new Write.Delete(Map.of("id", new Str(id))));
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
        write(store, new Write.Put(new Item(item)));
    }

    private void check(Store store, Random random, String where) {
        boolean checked = store.<Boolean>read(
                "leases", table -> check(table.index("by-owner").orElseThrow(), random, where));
        assertThat(checked).isTrue();
        checkFigures(store.describe("leases"), where);
    }

    private boolean check(SecondaryIndex index, Random random, String where) {
        List<Item> all = new ArrayList<>();
        for (int owner = 0; owner < 3; owner++) {
            List<Item> expected = sorted("owner-" + owner);
            all.addAll(expected);
            int limit = 1 + random.nextInt(4);
            assertThat(pages(index, "owner-" + owner, true, limit)).as(where).isEqualTo(expected);
            assertThat(pages(index, "owner-" + owner, false, limit)).as(where).isEqualTo(expected.reversed());
        }
        assertThat(scanned(index)).as(where).isEqualTo(all);
        return true;
    }

    private void checkFigures(TableSummary table, String where) {
        List<Item> shown = new ArrayList<>();
        for (int owner = 0; owner < 3; owner++) {
            shown.addAll(sorted("owner-" + owner));
        }
        TableSummary.IndexSize index = table.indexes().getFirst();
        assertThat(index.items()).as(where).isEqualTo(shown.size());
        assertThat(index.bytes())
                .as(where)
                .isEqualTo(shown.stream().mapToLong(Item::size).sum());
        assertThat(table.items()).as(where).isEqualTo(model.size());
        assertThat(table.bytes())
                .as(where)
                .isEqualTo(model.values().stream().mapToLong(Item::size).sum());
    }

    private List<Item> sorted(String owner) {
        return model.values().stream()
                .filter(item -> item.get("o").filter(new Str(owner)::equals).isPresent()
                        && item.get("n").isPresent())
                .sorted(Comparator.comparing(item -> ((Num) item.get("n").orElseThrow()).value()))
                .map(IndexModelIT::shown)
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
