package emptyrecord.dynamo.core.partiql;

import java.util.Locale;

/**
 * A word of a statement.
 *
 * @param text as written; of a quoted name or a text without its quotes
 * @param at position of its first character
 */
record Word(Kind kind, String text, int at) {

    enum Kind {
        NAME,
        /** In double quotes: a name, whatever it says. */
        QUOTED,
        /** In single quotes. */
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** @param keyword in capital letters */
    boolean isKeyword(String keyword) {
        return kind == Kind.NAME && text.toUpperCase(Locale.ROOT).equals(keyword);
    }
}
