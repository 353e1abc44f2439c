package emptyrecord.route53.core;

import java.io.IOException;
import java.util.Arrays;
import org.xbill.DNS.Name;

/**
 * Reads a domain name as Route 53's API takes it: printable characters, {@link Octal} codes, and a backslash before a
 * character that stands for itself. Lengths are those of RFC 1035 section 2.3.4.
 */
final class NameReader {

    private static final int LABEL_MAX = 63;
    private static final int NAME_MAX = 255;

    private final String text;
    private final byte[] wire = new byte[NAME_MAX];

    /** Where the label's length stands, and where its next byte goes. */
    private int label;

    private int next = 1;

    private NameReader(String text) {
        this.text = text;
    }

    /**
     * @param text with or without the final dot
     * @throws IllegalArgumentException in Route 53's words
     */
    static Name read(String text) {
        return new NameReader(text).read();
    }

    private Name read() {
        int at = 0;
        while (at < text.length() && !text.equals(".")) {
            at += step(at);
        }
        if (next - label > 1) {
            endLabel();
        }
        if (text.isEmpty()) {
            throw problem("DomainLabelEmpty (Domain label is empty)");
        }
        try {
            return new Name(Arrays.copyOf(wire, next));
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + text + "' is not a domain name: " + e.getMessage(), e);
        }
    }

    /** @return how many characters it has read */
    private int step(int at) {
        char c = text.charAt(at);
        if (c == '.') {
            endLabel();
            return 1;
        }
        if (Octal.isCode(text, at)) {
            add(Octal.read(text, at));
            return Octal.CODE_LENGTH;
        }
        boolean escaped = c == '\\';
        if (escaped && at + 1 == text.length()) {
            throw problem("InvalidEscape (Nothing follows the backslash)");
        }
        add(printable(escaped ? text.charAt(at + 1) : c));
        return escaped ? 2 : 1;
    }

    private void add(int value) {
        if (next == NAME_MAX) {
            throw problem("DomainNameTooLong (Domain name is too long)");
        }
        wire[next++] = (byte) value;
    }

    /** The next label's length is 0 for now, which is the root's if no more follows. */
    private void endLabel() {
        int length = next - label - 1;
        if (length == 0) {
            throw problem("DomainLabelEmpty (Domain label is empty)");
        }
        if (length > LABEL_MAX) {
            throw problem("DomainLabelTooLong (Domain label is too long)");
        }
        wire[label] = (byte) length;
        label = next;
        add(0);
    }

    private int printable(char c) {
        if (c <= ' ' || c >= 0x7F) {
            throw problem("UnsupportedCharacter (Value contains unsupported characters)");
        }
        return c;
    }

    private IllegalArgumentException problem(String problem) {
        return new IllegalArgumentException("FATAL problem: " + problem + " encountered with '" + text + "'");
    }
}
