package emptyrecord.dynamo.store;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableOptions;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Bytes;
import emptyrecord.dynamo.core.value.HeapCost;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.JsonLength;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.dynamo.core.value.Ordering;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Random items: their length is known before they are written, and rows return them unchanged. */
class WrittenValuesTest {

    private static final int ITEMS = 500;
    private static final String CHARACTERS = "ab\u0000\"\\/\n\t\u0001\u007fé€\uD83D\uDE00 ";
    private static final String UNPAIRED = "\uDE00 \uD83D";
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "10",
            "-10",
            "11",
            "1.05",
            "-1.05",
            "1E125",
            "-1E-130",
            "12.50",
            "0.001",
            "99999999999999999999999999999999999998");

    private final long seed = Long.getLong("values.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void theLengthIsKnownBeforehand() {
        JsonMapper json = JsonMapper.builder().build();
        for (int at = 0; at < ITEMS; at++) {
            Map<String, AttributeValue> attributes = attributes(0);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator out = json.createGenerator(bytes)) {
                AttributeWriter.attributes(out, attributes);
            }
            assertThat(JsonLength.of(attributes))
                    .as("replay with -Dvalues.seed=%d: %s", seed, bytes)
                    .isEqualTo(bytes.size());
        }
    }

    @Test
    void aRowGivesBackWhatWasWritten() {
        for (int at = 0; at < ITEMS; at++) {
            Item item = new Item(attributes(0));
            byte[] row = ItemRow.of(item);
            assertThat(ItemRow.item(row))
                    .as("replay with -Dvalues.seed=%d", seed)
                    .isEqualTo(item);
            assertThat(ItemRow.heap(row)).isEqualTo((int) HeapCost.of(item));
            assertThat(ItemRow.json(row)).isEqualTo((int) JsonLength.of(item.attributes()));
        }
    }

    @Test
    void aRowGivesBackTables() {
        KeyAttribute range = new KeyAttribute("a:b", Type.N);
        IndexSchema index = new IndexSchema(
                "by-range",
                true,
                range,
                Optional.empty(),
                new IndexSchema.Projected(IndexSchema.Kind.INCLUDE, Set.of("x", "y")));
        TableSchema schema = new TableSchema("abc", new KeyAttribute("k", Type.S), Optional.of(range), Instant.EPOCH);
        Definition table = Definition.of(7, schema).with(schema.with(TableOptions.NONE.with(index)));
        assertThat(Definition.of(table.row())).isEqualTo(table);
        assertThat(table.with(schema).with(table.schema()).indexes())
                .as("a number of its own")
                .containsExactly(2);
    }

    /** Keys as bytes are in the order of the values, and of equal values they are equal. */
    @Test
    void keysHaveTheOrderOfTheirValues() {
        for (Supplier<AttributeValue> kind :
                List.<Supplier<AttributeValue>>of(() -> new Str(text()), this::binary, this::number)) {
            for (int at = 0; at < 20 * ITEMS; at++) {
                AttributeValue left = kind.get();
                AttributeValue right = kind.get();
                int expected = Integer.signum(Ordering.OF_KEYS.compare(left, right));
                int found = Integer.signum(Arrays.compareUnsigned(bytes(left), bytes(right)));
                assertThat(found)
                        .as("%s, %s; replay with -Dvalues.seed=%d", left, right, seed)
                        .isEqualTo(expected);
                assertThat(startsWith(bytes(left), bytes(right)))
                        .as("none is the beginning of another")
                        .isEqualTo(expected == 0);
            }
        }
    }

    private static byte[] bytes(AttributeValue value) {
        return new KeyBytes(new byte[0]).value(value).toArray();
    }

    private static boolean startsWith(byte[] whole, byte[] part) {
        return part.length <= whole.length && Arrays.equals(whole, 0, part.length, part, 0, part.length);
    }

    private AttributeValue number() {
        return random.nextBoolean()
                ? Numbers.parse(NUMBERS.get(random.nextInt(NUMBERS.size())))
                : Numbers.parse(
                        (random.nextBoolean() ? "-" : "") + random.nextInt(2000) + "E" + (random.nextInt(9) - 4));
    }

    private Map<String, AttributeValue> attributes(int depth) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            attributes.put(text(), value(depth + 1));
        }
        return attributes;
    }

    private AttributeValue value(int depth) {
        return switch (random.nextInt(depth > 4 ? 7 : 9)) {
            case 0 -> new Str(anyText());
            case 1 -> Numbers.parse(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 2 -> binary();
            case 3 -> new Bool(random.nextBoolean());
            case 4 -> new Nul();
            case 5 -> set(Type.SS);
            case 6 -> set(Type.BS);
            case 7 -> list(depth);
            default -> new Mp(attributes(depth));
        };
    }

    private AttributeValue list(int depth) {
        List<AttributeValue> values = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            values.add(value(depth + 1));
        }
        return new Lst(values);
    }

    private AttributeValue set(Type type) {
        Set<AttributeValue> members = new LinkedHashSet<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            members.add(type == Type.SS ? new Str(anyText()) : binary());
        }
        return new SetOf(type, members);
    }

    private Bin binary() {
        byte[] bytes = new byte[random.nextInt(7)];
        random.nextBytes(bytes);
        return new Bin(Bytes.ofBase64(Base64.getEncoder().encodeToString(bytes)));
    }

    private String text() {
        return text(CHARACTERS);
    }

    /** Also halves of pairs, which no name can have: Jackson would not read it again. */
    private String anyText() {
        return text(CHARACTERS + UNPAIRED);
    }

    private String text(String characters) {
        int[] points = characters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
