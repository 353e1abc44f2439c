package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.DocumentPath.Index;
import emptyrecord.dynamo.core.expression.DocumentPath.Step;
import emptyrecord.dynamo.core.expression.Operand.ValueOperand;
import emptyrecord.dynamo.core.partiql.Word.Kind;
import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one statement from left to right, and the parts common to all kinds. Names and values become placeholders
 * as in the legacy parameters, so that a name may be a reserved word.
 */
final class Words {

    /** Words that a name can only be in double quotes. */
    private static final Set<String> KEYWORDS = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "ORDER",
            "BY",
            "INSERT",
            "INTO",
            "VALUE",
            "UPDATE",
            "SET",
            "REMOVE",
            "DELETE",
            "RETURNING",
            "EXISTS",
            "AND",
            "OR",
            "NOT",
            "IN",
            "BETWEEN",
            "IS",
            "NULL",
            "MISSING",
            "TRUE",
            "FALSE",
            "AS");

    private static final int INDEX_DIGITS_MAX = 6;

    private final List<Word> words;
    private final List<AttributeValue> parameters;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private int at;
    private int parametersUsed;

    Words(String text, List<AttributeValue> parameters) {
        this.words = StatementLexer.words(text);
        this.parameters = parameters;
    }

    Word peek() {
        return words.get(at);
    }

    Word peekSecond() {
        return words.get(Math.min(at + 1, words.size() - 1));
    }

    Word next() {
        Word word = words.get(at);
        if (word.kind() != Kind.END) {
            at++;
        }
        return word;
    }

    boolean take(String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeKeyword(String keyword) {
        if (peek().isKeyword(keyword)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    void expectKeyword(String keyword) {
        if (!takeKeyword(keyword)) {
            throw unexpected(keyword);
        }
    }

    /** The end of the statement; every parameter was used. */
    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw unexpected("the end of the statement");
        }
        if (parametersUsed != parameters.size()) {
            throw parametersDiffer();
        }
    }

    Refusal unexpected(String expected) {
        Word word = peek();
        String found = word.kind() == Kind.END ? word.text() : "'" + word.text() + "' at position " + (word.at() + 1);
        return StatementLexer.notWellFormed("expected " + expected + ", got " + found);
    }

    private static Refusal parametersDiffer() {
        return Refusal.validation("Number of parameters in request and statement don't match.");
    }

    /** A name, in double quotes if it is a keyword. */
    String name(String what) {
        Word word = peek();
        boolean plain = word.kind() == Kind.NAME && KEYWORDS.stream().noneMatch(word::isKeyword);
        if (!plain && word.kind() != Kind.QUOTED || word.text().isEmpty()) {
            throw unexpected(what);
        }
        return next().text();
    }

    DocumentPath path() {
        List<Step> steps = new ArrayList<>();
        steps.add(field(name("an attribute")));
        while (true) {
            if (take(".")) {
                steps.add(field(name("an attribute")));
            } else if (take("[")) {
                steps.add(element());
                expect("]");
            } else {
                return new DocumentPath(List.copyOf(steps));
            }
        }
    }

    private Step element() {
        Word word = peek();
        if (word.kind() == Kind.TEXT && !word.text().isEmpty()) {
            return field(next().text());
        }
        if (word.kind() != Kind.NUMBER || !word.text().matches("[0-9]{1," + INDEX_DIGITS_MAX + "}")) {
            throw unexpected("an index or a name in single quotes");
        }
        return new Index(Integer.parseInt(next().text()));
    }

    private Field field(String name) {
        return new Field(placeholders.computeIfAbsent(name, unknown -> {
            String placeholder = "#" + names.size();
            names.put(placeholder, name);
            return placeholder;
        }));
    }

    /** The value of the next question mark. */
    AttributeValue parameter() {
        if (parametersUsed == parameters.size()) {
            throw parametersDiffer();
        }
        return parameters.get(parametersUsed++);
    }

    ValueOperand bind(AttributeValue value) {
        String placeholder = ":" + values.size();
        values.put(placeholder, value);
        return new ValueOperand(placeholder);
    }

    Bindings bindings() {
        return new Bindings(Map.copyOf(names), Map.copyOf(values));
    }
}
