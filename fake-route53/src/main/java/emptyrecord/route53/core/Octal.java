package emptyrecord.route53.core;

import org.xbill.DNS.Name;

/**
 * Route 53's escape codes: a backslash and the byte's three octal digits, so {@code \052} is an asterisk. A master file
 * (RFC 1035 section 5.1) has decimal digits there. Names come back with a code for every byte that is no letter, digit,
 * hyphen or underscore (docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html).
 */
final class Octal {

    /** Characters of a code, its backslash included. */
    static final int CODE_LENGTH = 4;

    private static final int BYTE_MAX = 0xFF;

    private Octal() {}

    /** Whether a name in lower case is written without codes. */
    static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isPlain(c) && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** The name in lower case, with the final dot, and with codes where they are needed. */
    static String write(Name name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.labels() - 1; i++) {
            byte[] label = name.getLabel(i);
            for (int at = 1; at < label.length; at++) {
                write(text, label[at] & BYTE_MAX);
            }
            text.append('.');
        }
        return text.isEmpty() ? "." : text.toString();
    }

    private static void write(StringBuilder text, int value) {
        int lowered = value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
        if (isPlain(lowered)) {
            text.append((char) lowered);
        } else {
            text.append('\\')
                    .append(digit(lowered >> 6))
                    .append(digit(lowered >> 3))
                    .append(digit(lowered));
        }
    }

    private static char digit(int value) {
        return (char) ('0' + (value & 7));
    }

    /** Whether a code, or what should be one, begins here. */
    static boolean isCode(String text, int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    /**
     * The byte of a code.
     *
     * @throws IllegalArgumentException if it has no three octal digits, or is above 377
     */
    static int read(String text, int backslash) {
        int value = 0;
        for (int i = backslash + 1; i < backslash + CODE_LENGTH; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            value = digit < 0 || digit > 7 ? BYTE_MAX + 1 : value << 3 | digit;
            if (value > BYTE_MAX) {
                throw new IllegalArgumentException("FATAL problem: InvalidEscape (A backslash needs three octal digits"
                        + " from 000 to 377) encountered with '" + text + "'");
            }
        }
        return value;
    }

    /**
     * A value as a master file writes it: the same text, each octal code replaced by the decimal one.
     *
     * @throws IllegalArgumentException for a code that is no byte
     */
    static String toMasterFile(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        int at = 0;
        while (at < value.length()) {
            if (isCode(value, at)) {
                int code = read(value, at);
                text.append('\\').append(code / 100).append(code / 10 % 10).append(code % 10);
                at += CODE_LENGTH;
            } else {
                int length = value.charAt(at) == '\\' && at + 1 < value.length() ? 2 : 1;
                text.append(value, at, at + length);
                at += length;
            }
        }
        return text.toString();
    }
}
