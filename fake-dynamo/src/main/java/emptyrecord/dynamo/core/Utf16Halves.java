package emptyrecord.dynamo.core;

/**
 * Halves of UTF-16 pairs in a body, which JSON can write and UTF-8 cannot. Two keys that differ in one would be one key on
 * disk, and an attribute's name with one could not be read again. That they are refused is our choice.
 */
public final class Utf16Halves {

    private static final int ESCAPE = "\\ud800".length();

    /** First byte of a half in the shape of UTF-8, and the least second byte. */
    private static final byte LEAD = (byte) 0xED;

    private static final int SECOND_MIN = 0xA0;

    private Utf16Halves() {}

    /**
     * Looks through a body.
     *
     * @param buffer begins with the {@code length} bytes of the body
     * @throws Refusal a SerializationException if there is half a pair
     */
    public static void refuse(byte[] buffer, int length) {
        int at = 0;
        while (at < length) {
            if (buffer[at] == '\\') {
                at += escape(buffer, at, length);
            } else if (buffer[at] == LEAD && at + 1 < length && (buffer[at + 1] & 0xFF) >= SECOND_MIN) {
                throw half();
            } else {
                at++;
            }
        }
    }

    /** Length of the escape, or of both that make a pair. */
    private static int escape(byte[] buffer, int at, int length) {
        int unit = unit(buffer, at, length);
        if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
            return 2;
        }
        int next = unit(buffer, at + ESCAPE, length);
        if (unit >= Character.MIN_LOW_SURROGATE
                || next < Character.MIN_LOW_SURROGATE
                || next > Character.MAX_LOW_SURROGATE) {
            throw half();
        }
        return 2 * ESCAPE;
    }

    /** The number in an escape, -1 if there is none. */
    private static int unit(byte[] buffer, int at, int length) {
        if (at + ESCAPE > length || buffer[at] != '\\' || buffer[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = at + 2; digit < at + ESCAPE; digit++) {
            int value = Character.digit(buffer[digit], 16);
            if (value < 0) {
                return -1;
            }
            unit = unit << 4 | value;
        }
        return unit;
    }

    private static Refusal half() {
        return Refusal.serialization("The body has half of a surrogate pair; send whole characters");
    }
}
