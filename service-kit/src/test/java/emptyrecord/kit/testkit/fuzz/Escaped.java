package emptyrecord.kit.testkit.fuzz;

import java.nio.charset.StandardCharsets;

/** An input as one line of ASCII: printable characters as they are, the rest as {@code \xNN} of its UTF-8 bytes. */
public final class Escaped {

    private static final int SHOWN_MAX = 6_000;

    private Escaped() {}

    /** @param input bytes, or anything whose text is the input */
    public static String of(Object input) {
        byte[] bytes = input instanceof byte[] raw ? raw : input.toString().getBytes(StandardCharsets.UTF_8);
        StringBuilder line = new StringBuilder();
        for (byte each : bytes) {
            if (line.length() > SHOWN_MAX) {
                return line + "… of " + bytes.length + " bytes";
            }
            if (each == '\\') {
                line.append("\\\\");
            } else if (each >= ' ' && each < 0x7F) {
                line.append((char) each);
            } else {
                line.append("\\x%02x".formatted(each & 0xFF));
            }
        }
        return line.toString();
    }
}
