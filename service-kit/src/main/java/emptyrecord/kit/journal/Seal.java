package emptyrecord.kit.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Binds a journal's line to its place: {@code {"line":17,"crc32c":"1c291ca3","value":VALUE}}. The checksum (CRC-32C,
 * RFC 3720 appendix B.4) is that of the earlier line's checksum, the number, both big-endian, and the bytes of VALUE.
 * So a line that is changed, missing, doubled, swapped or from another file does not fit.
 *
 * @param line number, from 1
 * @param crc32c of this line; 0 before the first
 */
record Seal(long line, int crc32c) {

    static final Seal START = new Seal(0, 0);

    private static final Pattern HEAD =
            Pattern.compile("\\{\"line\":(\\d{1,18}),\"crc32c\":\"([0-9a-f]{8})\",\"value\":");

    private static final int HEAD_MAX = 64;

    /** A line taken apart. */
    record Sealed(Seal seal, byte[] value) {}

    /** The seal of the line that comes after this one. */
    Seal next(byte[] value) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(crc32c)
                .putLong(line + 1)
                .flip());
        crc.update(value);
        return new Seal(line + 1, (int) crc.getValue());
    }

    /** The line as it is in the file, line feed included. */
    byte[] write(byte[] value) {
        byte[] head = head().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + value.length + 2)
                .put(head)
                .put(value)
                .put((byte) '}')
                .put((byte) '\n')
                .array();
    }

    private String head() {
        String hex = Integer.toHexString(crc32c);
        return "{\"line\":" + line + ",\"crc32c\":\"" + "0".repeat(8 - hex.length()) + hex + "\",\"value\":";
    }

    /**
     * Takes a line apart without looking at its value.
     *
     * @throws IllegalArgumentException if it is not built as a journal's line
     */
    static Sealed parse(byte[] line) {
        Matcher head = HEAD.matcher(new String(line, 0, Math.min(line.length, HEAD_MAX), StandardCharsets.ISO_8859_1));
        if (!head.lookingAt() || line[line.length - 1] != '}') {
            throw new IllegalArgumentException(
                    "it has no number and checksum: it was written by hand or by an older" + " version, or is damaged");
        }
        byte[] value = new byte[line.length - head.end() - 1];
        System.arraycopy(line, head.end(), value, 0, value.length);
        return new Sealed(new Seal(Long.parseLong(head.group(1)), Integer.parseUnsignedInt(head.group(2), 16)), value);
    }

    /**
     * Checks that a line is the one after this.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    void refuseUnlessNext(Sealed found) {
        long expected = line + 1;
        long number = found.seal().line();
        if (number > expected) {
            throw new IllegalArgumentException("it says that it is line " + number + ": lines " + expected + " to "
                    + (number - 1) + " are missing or come later");
        }
        if (number < expected) {
            throw new IllegalArgumentException(
                    "it says that it is line " + number + ", which stands there once already");
        }
        if (!next(found.value()).equals(found.seal())) {
            throw new IllegalArgumentException(
                    "it does not fit its checksum: it was changed, or the line before it is from another file");
        }
    }
}
