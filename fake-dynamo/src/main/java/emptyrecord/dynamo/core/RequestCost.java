package emptyrecord.dynamo.core;

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

    private RequestCost() {}

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
