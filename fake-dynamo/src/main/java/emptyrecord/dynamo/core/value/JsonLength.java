package emptyrecord.dynamo.core.value;

import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The exact length of values in bytes as the protocol's JSON. An answer and a line of the journal have this length.
 * DynamoDB's own size does not show it: {@code 1E125} is 2 bytes there and 126 digits here.
 */
public final class JsonLength {

    /** The longest item as JSON: the largest that one request can carry; our choice. */
    public static final int ITEM_MAX = 1 << 20;

    private JsonLength() {}

    /** Bytes of {@code {"name":{"S":"text"},…}}. */
    public static long of(Map<String, AttributeValue> attributes) {
        long bytes = 2 + commas(attributes.size());
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            bytes += text(attribute.getKey()) + 1 + of(attribute.getValue());
        }
        return bytes;
    }

    /** Bytes of {@code {"S":"text"}}. */
    static long of(AttributeValue value) {
        return "{\"\":}".length() + value.type().name().length() + bare(value);
    }

    private static long bare(AttributeValue value) {
        return switch (value) {
            case Str text -> text(text.value());
            case Num number -> 2 + digits(number.value());
            case Bin binary -> 2 + (binary.value().length() + 2) / 3 * 4L;
            case Bool bool -> bool.value() ? 4 : 5;
            case Nul nul -> 4;
            case SetOf set -> array(set.members(), JsonLength::bare);
            case Lst list -> array(list.values(), JsonLength::of);
            case Mp map -> of(map.values());
        };
    }

    private static long array(Collection<AttributeValue> values, ToLongFunction<AttributeValue> length) {
        return 2 + commas(values.size()) + values.stream().mapToLong(length).sum();
    }

    private static int commas(int members) {
        return Math.max(0, members - 1);
    }

    /** Length of {@link BigDecimal#toPlainString()}, without creating it. */
    private static long digits(BigDecimal number) {
        int sign = number.signum() < 0 ? 1 : 0;
        int scale = number.scale();
        if (scale <= 0) {
            return sign + (long) number.precision() + (number.signum() == 0 ? 0 : -scale);
        }
        return sign + (number.precision() > scale ? number.precision() + 1L : scale + 2L);
    }

    private static long text(String text) {
        long bytes = 2;
        for (int at = 0; at < text.length(); at++) {
            int point = text.codePointAt(at);
            bytes += length(point);
            at += Character.charCount(point) - 1;
        }
        return bytes;
    }

    /** A surrogate without its other half is not in UTF-8, so it is escaped. */
    private static int length(int point) {
        if (point < 0x80) {
            return ascii((char) point);
        }
        if (point < 0x800) {
            return 2;
        }
        if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            return Character.isSurrogate((char) point) ? "\\ud800".length() : 3;
        }
        return 4;
    }

    private static int ascii(char c) {
        if (c >= ' ') {
            return c == '"' || c == '\\' ? 2 : 1;
        }
        return switch (c) {
            case '\b', '\t', '\n', '\f', '\r' -> 2;
            default -> "\\u0000".length();
        };
    }
}
