package emptyrecord.kit.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A document that was written, as UTF-8. */
public final class XmlDocument {

    private final ByteArrayOutputStream buffer;

    XmlDocument(int bytes) {
        this.buffer = new ByteArrayOutputStream(bytes);
    }

    ByteArrayOutputStream buffer() {
        return buffer;
    }

    /** Length in bytes. */
    public int size() {
        return buffer.size();
    }

    /** Without a copy. */
    public void writeTo(OutputStream to) throws IOException {
        buffer.writeTo(to);
    }

    public byte[] bytes() {
        return buffer.toByteArray();
    }

    @Override
    public String toString() {
        return buffer.toString(StandardCharsets.UTF_8);
    }
}
