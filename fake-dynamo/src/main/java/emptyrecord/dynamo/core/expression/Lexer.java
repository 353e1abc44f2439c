package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits an expression into words: names, {@code #placeholders}, {@code :values}, list indexes and symbols. */
final class Lexer {

    private static final List<String> SYMBOLS =
            List.of("<>", "<=", ">=", "<", ">", "=", "(", ")", ",", ".", "[", "]", "+", "-");

    private final String text;
    private final ExpressionKind kind;
    private int at;

    Lexer(String text, ExpressionKind kind) {
        this.text = text;
        this.kind = kind;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            tokens.add(next());
            skipSpace();
        }
        tokens.add(new Token(Kind.END, "<EOF>", text.length()));
        return tokens;
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '#') {
            return prefixed(Kind.NAME);
        }
        if (c == ':') {
            return prefixed(Kind.VALUE);
        }
        if (c >= '0' && c <= '9') {
            return run(Kind.NUMBER, at);
        }
        return letter(c) ? run(Kind.WORD, at) : symbol();
    }

    private Token prefixed(Kind what) {
        Token token = run(what, at + 1);
        if (token.text().length() == 1) {
            throw kind.syntaxError(token.text(), text, token.at());
        }
        return token;
    }

    private Token run(Kind what, int from) {
        int start = at;
        at = from;
        while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
            at++;
        }
        return new Token(what, text.substring(start, at), start);
    }

    private Token symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                int start = at;
                at += symbol.length();
                return new Token(Kind.SYMBOL, symbol, start);
            }
        }
        throw kind.syntaxError(text.substring(at, at + 1), text, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
