package emptyrecord.route53.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.xbill.DNS.Name;

/**
 * Reads a domain name as Route 53's API takes it: printable characters, {@link Octal} codes, and a backslash before a
 * character that stands for itself. Lengths are those of RFC 1035 section 2.3.4.
 */
final class NameReader {

    private static final int LABEL_MAX = 63;
    private static final int NAME_MAX = 255;

    private final String text;
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final ByteArrayOutputStream label = new ByteArrayOutputStream();

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
        if (label.size() > 0) {
            endLabel();
        }
        wire.write(0);
        if (text.isEmpty()) {
            throw problem("DomainLabelEmpty (Domain label is empty)");
        }
        if (wire.size() > NAME_MAX) {
            throw problem("DomainNameTooLong (Domain name is too long)");
        }
        try {
            return new Name(wire.toByteArray());
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
            label.write(Octal.read(text, at));
            return Octal.CODE_LENGTH;
        }
        boolean escaped = c == '\\';
        if (escaped && at + 1 == text.length()) {
            throw problem("InvalidEscape (Nothing follows the backslash)");
        }
        label.write(printable(escaped ? text.charAt(at + 1) : c));
        return escaped ? 2 : 1;
    }

    private void endLabel() {
        if (label.size() == 0) {
            throw problem("DomainLabelEmpty (Domain label is empty)");
        }
        if (label.size() > LABEL_MAX) {
            throw problem("DomainLabelTooLong (Domain label is too long)");
        }
        wire.write(label.size());
        wire.writeBytes(label.toByteArray());
        label.reset();
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
