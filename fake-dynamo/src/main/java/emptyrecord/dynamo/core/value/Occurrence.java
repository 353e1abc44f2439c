package emptyrecord.dynamo.core.value;

import java.util.function.IntUnaryOperator;

/**
 * Whether one sequence occurs in another, after Knuth, Morris and Pratt (1977), in time that grows with the sum of the
 * lengths. A search at every position takes their product, minutes for a long part that almost matches everywhere.
 */
final class Occurrence {

    private Occurrence() {}

    /** @param whole the elements of a sequence of {@code length}, by position */
    static boolean of(IntUnaryOperator part, int partLength, IntUnaryOperator whole, int length) {
        if (partLength == 0) {
            return true;
        }
        int[] borders = borders(part, partLength);
        int matched = 0;
        for (int at = 0; at < length; at++) {
            matched = longer(part, borders, matched, whole.applyAsInt(at));
            if (matched == partLength) {
                return true;
            }
        }
        return false;
    }

    /** For each prefix of the part, the length of its longest proper prefix that is also its end. */
    private static int[] borders(IntUnaryOperator part, int length) {
        int[] borders = new int[length];
        int border = 0;
        for (int at = 1; at < length; at++) {
            border = longer(part, borders, border, part.applyAsInt(at));
            borders[at] = border;
        }
        return borders;
    }

    private static int longer(IntUnaryOperator part, int[] borders, int matched, int next) {
        int length = matched;
        while (length > 0 && part.applyAsInt(length) != next) {
            length = borders[length - 1];
        }
        return part.applyAsInt(length) == next ? length + 1 : length;
    }
}
