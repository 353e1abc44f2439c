package emptyrecord.kit.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a document that is longer than it may be, and one with a longer tag than any may be. */
final class BoundedInput extends FilterInputStream {

    private final XmlBounds bounds;
    private long document;
    private int tag;

    BoundedInput(InputStream in, XmlBounds bounds) {
        super(in);
        this.bounds = bounds;
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
            if (++document > bounds.bytes()) {
                throw new XmlTooLongException(bounds.bytes());
            }
            if (tag > bounds.tagBytes()) {
                throw new XmlException("a tag and the text behind it are longer than " + bounds.tagBytes() + " bytes");
            }
        }
        return count;
    }
}
