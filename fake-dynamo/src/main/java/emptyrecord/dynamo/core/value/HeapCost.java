package emptyrecord.dynamo.core.value;

import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import java.util.Collection;
import java.util.Map;

/**
 * The heap that a stored item takes, in bytes and rather too much than too little. DynamoDB's own size is no measure of
 * it: 100 000 empty lists are 400 KB there and several MB here.
 *
 * <p>Counted as a 64-bit JVM lays objects out with compressed references: 12 bytes of header (8 with compact headers),
 * 4 for a reference, all rounded up to 8.
 */
public final class HeapCost {

    /** The most that an item may cost; our choice, so that one is never too large to be read. */
    public static final int ITEM_MAX = 4 << 20;

    /** An item's record, its key and the nodes of the two trees that hold it. */
    private static final int ITEM = 256;

    private static final int RECORD = 16;
    private static final int STRING = 40;
    private static final int DECIMAL = 40;
    /** A BigInteger and its array, for a value that does not fit into a long. */
    private static final int BIG_INTEGER = 80;

    private static final int LONG_DIGITS = 18;
    private static final int HASH_MAP = 64;
    private static final int HASH_NODE = 32;
    private static final int LINKED_NODE = 40;
    /** A hash table has up to 8/3 slots for a member: it doubles at 3/4. */
    private static final int PLACES_BYTES = 11;

    private static final int LIST = 48;
    /** A list grows by half. */
    private static final int ELEMENT = 6;

    private HeapCost() {}

    /** Bytes for one item in a table. */
    public static long of(Item item) {
        return ITEM + map(item.attributes());
    }

    private static long of(AttributeValue value) {
        return switch (value) {
            case Str text -> RECORD + string(text.value());
            case Num number -> RECORD + DECIMAL + (number.value().precision() > LONG_DIGITS ? BIG_INTEGER : 0);
            case Bin binary -> RECORD + STRING + binary.value().length();
            case Bool b -> RECORD;
            case Nul nul -> RECORD;
            case SetOf set -> RECORD + RECORD + HASH_MAP + members(set.members());
            case Lst list -> RECORD + LIST + elements(list.values());
            case Mp map -> RECORD + map(map.values());
        };
    }

    private static long map(Map<String, AttributeValue> attributes) {
        long bytes = HASH_MAP;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            bytes += HASH_NODE + PLACES_BYTES + string(attribute.getKey()) + of(attribute.getValue());
        }
        return bytes;
    }

    private static long members(Collection<AttributeValue> members) {
        long bytes = 0;
        for (AttributeValue member : members) {
            bytes += LINKED_NODE + PLACES_BYTES + of(member);
        }
        return bytes;
    }

    private static long elements(Collection<AttributeValue> values) {
        long bytes = 0;
        for (AttributeValue value : values) {
            bytes += ELEMENT + of(value);
        }
        return bytes;
    }

    /** One byte a character, or two if one of them is beyond Latin-1; each array is rounded up to 8. */
    private static long string(String text) {
        return STRING + 8 + (isLatin(text) ? text.length() : 2L * text.length());
    }

    private static boolean isLatin(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x100) {
                return false;
            }
        }
        return true;
    }
}
