package emptyrecord.dynamo.core.value;

import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import java.util.Comparator;
import java.util.OptionalInt;

/** The order of strings (by their UTF-8 bytes), numbers and binaries; values of other or different types have none. */
public final class Ordering {

    /** For keys, which all have the type that the table's schema names. */
    public static final Comparator<AttributeValue> OF_KEYS =
            (left, right) -> compare(left, right).orElseThrow();

    private Ordering() {}

    public static OptionalInt compare(AttributeValue left, AttributeValue right) {
        if (left instanceof Str a && right instanceof Str b) {
            return OptionalInt.of(utf8(a.value(), b.value()));
        }
        if (left instanceof Num a && right instanceof Num b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        if (left instanceof Bin a && right instanceof Bin b) {
            return OptionalInt.of(a.value().compareTo(b.value()));
        }
        return OptionalInt.empty();
    }

    /** UTF-8 order differs from Java's only where a surrogate (above U+FFFF) meets a character that is none. */
    private static int utf8(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int at = 0; at < shorter; at++) {
            char a = left.charAt(at);
            char b = right.charAt(at);
            if (a != b) {
                boolean surrogateA = Character.isSurrogate(a);
                return surrogateA == Character.isSurrogate(b) ? Character.compare(a, b) : surrogateA ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
