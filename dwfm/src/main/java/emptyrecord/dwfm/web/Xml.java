package emptyrecord.dwfm.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes XML as UTF-8: elements with text, nested by lambdas. */
final class Xml {

    /** {@code &quot;} */
    private static final int QUOTED_BYTES = 6;

    /** A character that is not ASCII; a pair of surrogates takes four together. */
    private static final int WIDE_BYTES = 3;

    private static final int USUAL_BYTES = 1024;

    private final ByteArrayOutputStream out;

    Xml() {
        this(USUAL_BYTES);
    }

    /** @param bytes that it takes at most, so that it need not grow */
    Xml(int bytes) {
        this.out = new ByteArrayOutputStream(bytes);
        ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** At most so many bytes does a text take. */
    static long bytesMax(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '&' || c == '<' || c == '>' || c == '"';
            bytes += escaped ? QUOTED_BYTES : c >= 0x20 && c < 0x80 ? 1 : WIDE_BYTES;
        }
        return bytes;
    }

    Xml text(String element, Object value) {
        ascii("<" + element + ">");
        escape(String.valueOf(value));
        ascii("</" + element + ">");
        return this;
    }

    Xml nest(String element, Runnable content) {
        return nest(element, "", content);
    }

    Xml nest(String element, String namespace, Runnable content) {
        ascii("<" + element + (namespace.isEmpty() ? "" : " xmlns=\"" + namespace + '"') + ">");
        content.run();
        ascii("</" + element + ">");
        return this;
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
        out.writeBytes(escaped.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** XML 1.0 section 2.2: most control characters cannot be written at all. */
    private static boolean allowed(int c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r';
    }

    int size() {
        return out.size();
    }

    /** Without a copy. */
    void writeTo(OutputStream to) throws IOException {
        out.writeTo(to);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
