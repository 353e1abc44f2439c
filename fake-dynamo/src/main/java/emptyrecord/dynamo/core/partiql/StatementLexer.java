package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.partiql.Word.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a statement into words: names, texts, numbers and symbols. */
final class StatementLexer {

    private static final List<String> SYMBOLS = List.of(
            "<<", ">>", "<>", "<=", ">=", "!=", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ".", ":", "?", "*",
            "+", "-");

    private final String text;
    private int at;

    private StatementLexer(String text) {
        this.text = text;
    }

    /** @throws Refusal if a character belongs to no word, or a quote is not closed */
    static List<Word> words(String text) {
        StatementLexer lexer = new StatementLexer(text);
        List<Word> words = new ArrayList<>();
        lexer.skipSpace();
        while (lexer.at < text.length()) {
            words.add(lexer.next());
            lexer.skipSpace();
        }
        words.add(new Word(Kind.END, "end of the statement", text.length()));
        return words;
    }

    static Refusal notWellFormed(String why) {
        return Refusal.validation("Statement wasn't well formed, can't be processed: " + why);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Word next() {
        char c = text.charAt(at);
        if (c == '\'') {
            return quoted(Kind.TEXT, c);
        }
        if (c == '"') {
            return quoted(Kind.QUOTED, c);
        }
        if (digit(c) || c == '.' && at + 1 < text.length() && digit(text.charAt(at + 1)) && !followsName()) {
            return number();
        }
        return letter(c) ? name() : symbol();
    }

    /** {@code a.5} is no number behind a name, and not well formed either. */
    private boolean followsName() {
        return at > 0 && (letter(text.charAt(at - 1)) || text.charAt(at - 1) == '"');
    }

    /** A doubled quote stands for one. */
    private Word quoted(Kind kind, char quote) {
        int start = at;
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean doubled = c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote;
            if (c == quote && !doubled) {
                at++;
                return new Word(kind, content.toString(), start);
            }
            at += doubled ? 1 : 0;
            content.append(c);
        }
        throw notWellFormed("the quote at position " + (start + 1) + " is not closed");
    }

    private Word number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        return new Word(Kind.NUMBER, text.substring(start, at), start);
    }

    private void digits() {
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private Word name() {
        int start = at;
        while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
            at++;
        }
        return new Word(Kind.NAME, text.substring(start, at), start);
    }

    private Word symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Word(Kind.SYMBOL, symbol, at - symbol.length());
            }
        }
        throw notWellFormed("unexpected character at position " + (at + 1));
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
