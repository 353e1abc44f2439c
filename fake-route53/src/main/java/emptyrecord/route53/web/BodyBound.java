package emptyrecord.route53.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a body that is longer than it may be, and one with a longer tag than any may be: StAX holds a tag with all its
 * attributes before it tells of it.
 */
final class BodyBound extends FilterInputStream {

    /** From one {@code <} to the next, a tag and the text behind it: twice what all values of a batch may have. */
    static final int TAG_BYTES_MAX = 64_000;

    private final int bytesMax;
    private int body;
    private int tag;

    BodyBound(InputStream in, int bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = offset; i < offset + count; i++) {
            tag = bytes[i] == '<' ? 0 : tag + 1;
            if (++body > bytesMax) {
                throw Route53Error.invalidInput("The request body is longer than " + bytesMax
                        + " bytes; split the batch (route53.request-bytes-max)");
            }
            if (tag > TAG_BYTES_MAX) {
                throw Route53Error.invalidInput(
                        "Invalid XML ; a tag and the text behind it are longer than " + TAG_BYTES_MAX + " bytes");
            }
        }
        return count;
    }
}
