package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition;
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
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.Operand;
import emptyrecord.dynamo.core.expression.Operand.PathOperand;
import emptyrecord.dynamo.core.expression.Operand.SizeOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the condition of a WHERE clause: {@code NOT} binds before {@code AND}, {@code AND} before {@code OR}. */
final class WhereParser {

    private static final int DEPTH_MAX = 150;

    /** As documented for operators and functions of an expression. */
    private static final int OPERATORS_MAX = 300;

    /** As documented for attributes that are no key. */
    private static final int CANDIDATES_MAX = 100;

    private static final Map<String, Comparator> COMPARATORS = Map.of(
            "=", Comparator.EQ,
            "<>", Comparator.NE,
            "!=", Comparator.NE,
            "<", Comparator.LT,
            "<=", Comparator.LE,
            ">", Comparator.GT,
            ">=", Comparator.GE);

    private final Words in;
    private final Literals literals;
    private int depth;
    private int operators;

    WhereParser(Words in, Literals literals) {
        this.in = in;
        this.literals = literals;
    }

    Condition condition() {
        Condition left = and();
        while (in.takeKeyword("OR")) {
            countOperator();
            left = new Or(left, and());
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (in.takeKeyword("AND")) {
            countOperator();
            left = new And(left, not());
        }
        return left;
    }

    private Condition not() {
        if (++depth > DEPTH_MAX) {
            throw StatementLexer.notWellFormed("the condition is nested too deeply");
        }
        countOperator();
        Condition condition = in.takeKeyword("NOT") ? new Not(not()) : predicate();
        depth--;
        return condition;
    }

    /** {@code NOT}, {@code AND}, {@code OR}, parentheses, comparisons and functions. */
    private void countOperator() {
        if (++operators > OPERATORS_MAX) {
            throw Refusal.validation("The WHERE clause has more than " + OPERATORS_MAX + " operators and functions");
        }
    }

    private Condition predicate() {
        if (in.take("(")) {
            Condition inner = condition();
            in.expect(")");
            return inner;
        }
        if (in.peek().kind() == Word.Kind.NAME
                && in.peekSecond().is("(")
                && !in.peek().isKeyword("SIZE")) {
            return function();
        }
        return comparison(operand());
    }

    private Condition function() {
        String name = in.peek().text().toUpperCase(Locale.ROOT);
        in.next();
        in.expect("(");
        Condition condition = switch (name) {
            case "BEGINS_WITH" -> new BeginsWith(operand(), second());
            case "CONTAINS" -> new Contains(operand(), second());
            case "ATTRIBUTE_TYPE" -> {
                DocumentPath path = in.path();
                yield new TypeIs(path, second());
            }
            case "EXISTS" -> throw Refusal.validation("EXISTS is a statement of its own in ExecuteTransaction");
            default -> throw Refusal.validation("Unsupported function: " + name.toLowerCase(Locale.ROOT));
        };
        in.expect(")");
        return condition;
    }

    private Operand second() {
        in.expect(",");
        return operand();
    }

    private Condition comparison(Operand left) {
        if (in.takeKeyword("IS")) {
            return is(left);
        }
        boolean not = in.takeKeyword("NOT");
        if (in.takeKeyword("BETWEEN")) {
            Operand low = operand();
            in.expectKeyword("AND");
            return negated(not, new Between(left, low, operand()));
        }
        if (in.takeKeyword("IN")) {
            return negated(not, new In(left, candidates()));
        }
        Comparator comparator = in.peek().kind() == Word.Kind.SYMBOL && !not
                ? COMPARATORS.get(in.peek().text())
                : null;
        if (comparator == null) {
            throw in.unexpected("a comparison");
        }
        in.next();
        return new Compare(left, comparator, operand());
    }

    private static Condition negated(boolean not, Condition condition) {
        return not ? new Not(condition) : condition;
    }

    private Condition is(Operand left) {
        boolean not = in.takeKeyword("NOT");
        if (!(left instanceof PathOperand place)) {
            throw StatementLexer.notWellFormed("only an attribute is MISSING or NULL");
        }
        if (in.takeKeyword("MISSING")) {
            return new Exists(place.path(), not);
        }
        in.expectKeyword("NULL");
        return negated(not, new TypeIs(place.path(), in.bind(new Str("NULL"))));
    }

    private List<Operand> candidates() {
        String closing = in.take("[") ? "]" : ")";
        if (closing.equals(")")) {
            in.expect("(");
        }
        List<Operand> candidates = new ArrayList<>();
        do {
            candidates.add(operand());
        } while (in.take(","));
        in.expect(closing);
        if (candidates.size() > CANDIDATES_MAX) {
            throw Refusal.validation(
                    "The IN operator has " + candidates.size() + " operands, more than " + CANDIDATES_MAX);
        }
        return List.copyOf(candidates);
    }

    private Operand operand() {
        if (literals.next()) {
            return in.bind(literals.value());
        }
        if (in.peek().isKeyword("SIZE") && in.peekSecond().is("(")) {
            in.next();
            in.expect("(");
            DocumentPath path = in.path();
            in.expect(")");
            return new SizeOf(path);
        }
        return new PathOperand(in.path());
    }
}
