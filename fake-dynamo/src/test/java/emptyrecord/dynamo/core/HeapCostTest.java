package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.HeapCost;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The count against the JVM's own count, shape by shape: never less than that, and at most twice as much. */
class HeapCostTest {

    private static final int MEMBERS = 10_000;
    private static final int TEXT = 200_000;

    @Test
    void longText() {
        assertThat(cost(new Str("y".repeat(TEXT)))).isBetween((long) TEXT, TEXT + 500L);
        assertThat(cost(new Str("\u20ac".repeat(TEXT)))).isBetween(2L * TEXT, 2L * TEXT + 500);
    }

    /** A BigDecimal with its BigInteger. */
    @Test
    void numbersBeyondALong() {
        assertThat(cost(list(i -> Numbers.parse(i + "1234567890123456789")))).isGreaterThan(100L * MEMBERS);
    }

    @Test
    void manySmallValues() {
        assertCounted(() -> list(i -> new Nul()));
        assertCounted(() -> list(i -> new Lst(new ArrayList<>())));
        assertCounted(() -> list(i -> new Str("v" + i)));
    }

    @Test
    void mapsAndSets() {
        assertCounted(() -> {
            Map<String, AttributeValue> values = new HashMap<>();
            for (int i = 0; i < MEMBERS; i++) {
                values.put("name" + i, new Nul());
            }
            return new Mp(values);
        });
        assertCounted(() -> {
            Set<AttributeValue> members = new LinkedHashSet<>();
            for (int i = 0; i < MEMBERS; i++) {
                members.add(new Str("m" + i));
            }
            return new SetOf(AttributeValue.Type.SS, members);
        });
    }

    /** DynamoDB counts 4 bytes for an empty list. */
    @Test
    void whatIsSmallThereMayBeLargeHere() {
        Item item = new Item(Map.of("v", list(i -> new Lst(new ArrayList<>()))));
        assertThat(HeapCost.of(item)).isGreaterThan(10L * item.size());
    }

    private static void assertCounted(Supplier<AttributeValue> value) {
        assertThat(value.get()).isNotNull(); // loads the classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        AttributeValue made = value.get();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(cost(made)).isBetween(allocated, 2 * allocated);
    }

    private static long cost(AttributeValue value) {
        return HeapCost.of(new Item(Map.of("v", value)));
    }

    private static Lst list(IntFunction<AttributeValue> value) {
        List<AttributeValue> values = new ArrayList<>(MEMBERS);
        for (int i = 0; i < MEMBERS; i++) {
            values.add(value.apply(i));
        }
        return new Lst(values);
    }
}
