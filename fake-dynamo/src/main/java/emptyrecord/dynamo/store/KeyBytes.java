package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Values of keys as bytes with the same order: byte by byte, as unsigned numbers. Each ends in a way that a longer one
 * sorts behind it, so parts of a key can follow each other.
 *
 * <p>Texts are UTF-8 and binaries themselves, with a zero byte as 00 FF and 00 00 at the end. A number is its sign, its
 * decimal exponent and its digits by twos; those of negative numbers are inverted.
 */
final class KeyBytes {

    private static final int NEGATIVE = 0x70;
    private static final int ZERO = 0x80;
    private static final int POSITIVE = 0x90;

    /** Exponents are from -130 to 126; see {@link emptyrecord.dynamo.core.value.Numbers}. */
    private static final int EXPONENT_BIAS = 0x4000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    KeyBytes(byte[] prefix) {
        bytes.writeBytes(prefix);
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }

    /** Bytes that are ordered already. */
    KeyBytes raw(byte[] ordered) {
        bytes.writeBytes(ordered);
        return this;
    }

    KeyBytes number(int n) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(n).array());
        return this;
    }

    /** @throws IllegalArgumentException if it is of a type that no key has */
    KeyBytes value(AttributeValue value) {
        switch (value) {
            case Str text -> escaped(text.value().getBytes(StandardCharsets.UTF_8));
            case Bin binary -> escaped(binary.value().toArray());
            case Num number -> number(number.value());
            default -> throw new IllegalArgumentException("no key has the type " + value.type());
        }
        return this;
    }

    private void escaped(byte[] content) {
        int written = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == 0) {
                bytes.write(content, written, at + 1 - written);
                bytes.write(0xFF);
                written = at + 1;
            }
        }
        bytes.write(content, written, content.length - written);
        bytes.write(0);
        bytes.write(0);
    }

    private void number(BigDecimal number) {
        if (number.signum() == 0) {
            bytes.write(ZERO);
            return;
        }
        boolean negative = number.signum() < 0;
        int mask = negative ? 0xFF : 0;
        bytes.write(negative ? NEGATIVE : POSITIVE);
        int exponent = number.precision() - number.scale() + EXPONENT_BIAS;
        bytes.write(exponent >> 8 ^ mask);
        bytes.write(exponent & 0xFF ^ mask);
        String digits = number.unscaledValue().abs().toString();
        for (int at = 0; at < digits.length(); at += 2) {
            int pair = (digits.charAt(at) - '0') * 10 + (at + 1 < digits.length() ? digits.charAt(at + 1) - '0' : 0);
            bytes.write(pair + 1 ^ mask);
        }
        bytes.write(mask);
    }
}
