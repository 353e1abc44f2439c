package emptyrecord.dynamo.core;

import java.util.List;

/**
 * The heap that answering a request may take, estimated from its body before it is parsed: a tree node costs far more
 * than the two or three bytes that can create one.
 */
public final class RequestCost {

    /** The strings of the parsed body, the journal's line and its intermediate forms, for each byte. */
    private static final int BYTE = 6;
    /**
     * A value in Jackson's tree and in ours, with its places in maps and lists. {@code "a":{"S":"x"},} has two and takes
     * 420 bytes, of which its characters pay 84.
     */
    private static final int VALUE = 160;

    /** A list or map of a statement, for each of its brackets. */
    private static final int BRACKET = 112;

    /** A value, a column or a comparison, for each of the other symbols. {@code ab,} is a column and takes 320 bytes. */
    private static final int SYMBOL = 256;

    /** The words of a statement while it is read, for each character: {@code [1,1} has one for each. */
    private static final int WORD = 64;

    private RequestCost() {}

    /** Bytes of heap for the objects of statements; one at a time is split into words. */
    public static long ofStatements(List<String> texts) {
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        return (long) WORD * longest
                + texts.stream().mapToLong(RequestCost::ofStatement).sum();
    }

    private static long ofStatement(String text) {
        return (long) BYTE * text.length() + symbols(text);
    }

    /** What the symbols outside of quotes cost. */
    private static long symbols(String text) {
        long symbols = 0;
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (!Character.isLetterOrDigit(c) && !Character.isWhitespace(c)) {
                symbols += "[]{}()".indexOf(c) >= 0 ? BRACKET : SYMBOL;
            }
        }
        return symbols;
    }

    /**
     * Bytes of heap, rather too many than too few.
     *
     * @param buffer begins with the {@code length} bytes of the body
     *
     * @throws Refusal if the body is not UTF-8: the count would be wrong in UTF-16 and UTF-32, which JSON has too
     */
    public static long of(byte[] buffer, int length) {
        return (long) BYTE * length + (long) VALUE * values(buffer, length);
    }

    /** Commas and openings outside of strings: at least as many as there are values, less one. */
    static int values(byte[] buffer, int length) {
        int values = 0;
        boolean quoted = false;
        for (int at = 0; at < length; at++) {
            byte c = buffer[at];
            if (c == 0) {
                throw Refusal.serialization("The body is not JSON in UTF-8");
            } else if (c == '\\' && quoted) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '{' || c == '[')) {
                values++;
            }
        }
        return values;
    }
}
