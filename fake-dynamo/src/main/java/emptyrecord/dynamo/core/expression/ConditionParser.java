package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.expression.Condition.And;
import emptyrecord.dynamo.core.expression.Condition.BeginsWith;
import emptyrecord.dynamo.core.expression.Condition.Between;
import emptyrecord.dynamo.core.expression.Condition.Comparator;
import emptyrecord.dynamo.core.expression.Condition.Compare;
import emptyrecord.dynamo.core.expression.Condition.Contains;
import emptyrecord.dynamo.core.expression.Condition.Exists;
import emptyrecord.dynamo.core.expression.Condition.In;
import emptyrecord.dynamo.core.expression.Condition.Not;
import emptyrecord.dynamo.core.expression.Condition.Or;
import emptyrecord.dynamo.core.expression.Condition.TypeIs;
import emptyrecord.dynamo.core.expression.Operand.PathOperand;
import emptyrecord.dynamo.core.expression.Operand.SizeOf;
import emptyrecord.dynamo.core.expression.Operand.ValueOperand;
import emptyrecord.dynamo.core.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads conditions: {@code NOT} binds before {@code AND}, {@code AND} before {@code OR}; no redundant parentheses. */
public final class ConditionParser {

    /** Nested conditions; enough for any reasonable text of 4 KB. */
    private static final int DEPTH_MAX = 150;

    private static final int CANDIDATES_MAX = 100;

    private final TokenStream in;
    private int depth;
    private int groupStart = -1;
    private int groupEnd = -1;

    private ConditionParser(TokenStream in) {
        this.in = in;
    }

    public static Parsed<Condition> parse(String text, ExpressionKind kind) {
        TokenStream in = new TokenStream(text, kind);
        return in.finish(new ConditionParser(in).or());
    }

    private Condition or() {
        Condition left = and();
        while (in.takeWord("OR")) {
            left = new Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (in.takeWord("AND")) {
            left = new And(left, not());
        }
        return left;
    }

    private Condition not() {
        if (++depth > DEPTH_MAX) {
            throw in.kind().invalid("The expression is nested too deeply;");
        }
        Condition condition = in.takeWord("NOT") ? new Not(not()) : primary();
        depth--;
        return condition;
    }

    private Condition primary() {
        int start = in.position();
        if (in.take("(")) {
            return group(start);
        }
        Token token = in.peek();
        if (token.kind() == Kind.WORD
                && in.peekSecond().is("(")
                && !token.text().equals("size")) {
            return function();
        }
        return comparison(operand());
    }

    private Condition group(int start) {
        Condition inner = or();
        if (groupStart == start + 1 && groupEnd == in.position()) {
            throw in.kind().invalid("The expression has redundant parentheses;");
        }
        in.expect(")");
        groupStart = start;
        groupEnd = in.position();
        return inner;
    }

    private Condition comparison(Operand left) {
        if (in.takeWord("BETWEEN")) {
            Operand low = operand();
            if (!in.takeWord("AND")) {
                throw in.unexpected();
            }
            return new Between(left, low, operand());
        }
        if (in.takeWord("IN")) {
            return new In(left, candidates());
        }
        for (Comparator comparator : Comparator.values()) {
            if (in.take(comparator.symbol())) {
                return new Compare(left, comparator, operand());
            }
        }
        throw in.unexpected();
    }

    private List<Operand> candidates() {
        in.expect("(");
        List<Operand> candidates = new ArrayList<>();
        do {
            candidates.add(operand());
        } while (in.take(","));
        in.expect(")");
        if (candidates.size() > CANDIDATES_MAX) {
            throw in.kind()
                    .invalid("The IN operator is provided with too many operands; number of operands: "
                            + candidates.size());
        }
        return List.copyOf(candidates);
    }

    private Condition function() {
        String name = in.next().text();
        in.expect("(");
        Condition condition = switch (name) {
            case "attribute_exists" -> new Exists(in.path(), true);
            case "attribute_not_exists" -> new Exists(in.path(), false);
            case "attribute_type" -> {
                DocumentPath path = in.path();
                in.expect(",");
                yield new TypeIs(path, operand());
            }
            case "begins_with" -> new BeginsWith(operand(), second());
            case "contains" -> new Contains(operand(), second());
            default ->
                throw in.kind()
                        .invalid(
                                isUpdateFunction(name)
                                        ? "The function is not allowed in a "
                                                + (in.kind() == ExpressionKind.FILTER ? "filter" : "condition")
                                                + " expression; function: " + name
                                        : "Invalid function name; function: " + name);
        };
        in.expect(")");
        return condition;
    }

    private static boolean isUpdateFunction(String name) {
        return List.of("if_not_exists", "list_append").contains(name.toLowerCase(Locale.ROOT));
    }

    private Operand second() {
        in.expect(",");
        return operand();
    }

    private Operand operand() {
        if (in.peek().kind() == Kind.VALUE) {
            return new ValueOperand(in.value());
        }
        if (in.peek().text().equals("size") && in.peekSecond().is("(")) {
            in.next();
            in.expect("(");
            DocumentPath path = in.path();
            in.expect(")");
            return new SizeOf(path);
        }
        return new PathOperand(in.path());
    }
}
