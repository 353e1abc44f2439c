package emptyrecord.dynamo.core.value;

import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sizes as DynamoDB documents them: UTF-8 bytes of names and strings, a number one byte for every two significant digits
 * plus one, lists and maps three bytes plus one for each member.
 */
public final class Sizes {

    /** The largest item, names and values together. */
    public static final int ITEM_MAX = 400 * 1024;

    private Sizes() {}

    public static int of(Map<String, AttributeValue> attributes) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            size += utf8Length(attribute.getKey()) + of(attribute.getValue());
        }
        return size;
    }

    /** The same of the attributes with certain names. */
    public static int of(Map<String, AttributeValue> attributes, Predicate<String> counted) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            if (counted.test(attribute.getKey())) {
                size += utf8Length(attribute.getKey()) + of(attribute.getValue());
            }
        }
        return size;
    }

    public static int of(AttributeValue value) {
        return switch (value) {
            case Str text -> utf8Length(text.value());
            case Num n -> (n.value().precision() + 1) / 2 + 1 + (n.value().signum() < 0 ? 1 : 0);
            case Bin binary -> binary.value().length();
            case Bool b -> 1;
            case Nul nul -> 1;
            case SetOf set -> sum(set.members());
            case Lst list -> 3 + list.values().size() + sum(list.values());
            case Mp map -> 3 + map.values().size() + of(map.values());
        };
    }

    public static int utf8Length(String text) {
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            // a surrogate is half of a four-byte character
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private static int sum(Iterable<AttributeValue> values) {
        int size = 0;
        for (AttributeValue value : values) {
            size += of(value);
        }
        return size;
    }
}
