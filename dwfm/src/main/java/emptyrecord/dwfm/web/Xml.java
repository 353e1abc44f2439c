package emptyrecord.dwfm.web;

/** Writes XML: elements with text, nested by lambdas. */
final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    Xml text(String element, Object value) {
        out.append('<').append(element).append('>');
        escape(String.valueOf(value));
        out.append("</").append(element).append('>');
        return this;
    }

    Xml nest(String element, Runnable content) {
        return nest(element, "", content);
    }

    Xml nest(String element, String namespace, Runnable content) {
        out.append('<').append(element);
        if (!namespace.isEmpty()) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        out.append('>');
        content.run();
        out.append("</").append(element).append('>');
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
    }

    /** XML 1.0 section 2.2: most control characters cannot be written at all. */
    private static boolean allowed(int c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
