package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.DocumentPath.Index;
import emptyrecord.dynamo.core.expression.DocumentPath.Step;
import emptyrecord.dynamo.core.expression.Token.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of one expression from left to right, and the parts common to all kinds: paths and placeholders. */
final class TokenStream {

    /** DynamoDB's limit for the text of one expression, in bytes. */
    static final int BYTES_MAX = 4096;

    private final ExpressionKind kind;
    private final String text;
    private final List<Token> tokens;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private int at;

    TokenStream(String text, ExpressionKind kind) {
        this.kind = kind;
        this.text = text;
        if (text.isBlank()) {
            throw kind.invalid("The expression can not be empty;");
        }
        if (text.length() > BYTES_MAX) {
            throw kind.invalid(
                    "Expression size has exceeded the maximum allowed size; expression size: " + text.length());
        }
        this.tokens = new Lexer(text, kind).tokens();
    }

    ExpressionKind kind() {
        return kind;
    }

    int position() {
        return at;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean take(String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeWord(String word) {
        if (peek().isWord(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected();
        }
    }

    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw unexpected();
        }
    }

    Refusal unexpected() {
        return kind.syntaxError(peek().text(), text, peek().at());
    }

    DocumentPath path() {
        List<Step> steps = new ArrayList<>();
        steps.add(field());
        while (true) {
            if (take(".")) {
                steps.add(field());
            } else if (take("[")) {
                steps.add(index());
            } else {
                return new DocumentPath(List.copyOf(steps));
            }
        }
    }

    String value() {
        if (peek().kind() != Kind.VALUE) {
            throw unexpected();
        }
        String placeholder = next().text();
        values.add(placeholder);
        return placeholder;
    }

    <T> Parsed<T> finish(T expression) {
        expectEnd();
        return new Parsed<>(
                expression,
                new References(kind, Collections.unmodifiableSet(names), Collections.unmodifiableSet(values)));
    }

    private Field field() {
        Token token = peek();
        switch (token.kind()) {
            case NAME -> names.add(token.text());
            case WORD -> ReservedWords.refuse(token.text(), kind);
            default -> throw unexpected();
        }
        next();
        return new Field(token.text());
    }

    private Index index() {
        Token token = peek();
        if (token.kind() != Kind.NUMBER
                || token.text().length() > 6
                || !token.text().matches("[0-9]+")) {
            throw unexpected();
        }
        next();
        expect("]");
        return new Index(Integer.parseInt(token.text()));
    }
}
