package emptyrecord.dynamo.core.expression;

/**
 * A word of an expression.
 *
 * @param kind of the word
 * @param text as written
 * @param at position of its first character
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        WORD,
        NAME,
        VALUE,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
