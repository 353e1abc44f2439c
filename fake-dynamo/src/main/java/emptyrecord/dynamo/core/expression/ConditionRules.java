package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition.And;
import emptyrecord.dynamo.core.expression.Condition.BeginsWith;
import emptyrecord.dynamo.core.expression.Condition.Between;
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
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.dynamo.core.value.Ordering;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a condition may not say, whatever the items are: the service refuses it before it looks at one. */
public final class ConditionRules {

    private ConditionRules() {}

    /** Refuses a BETWEEN with bounds the wrong way round, and a {@code contains} of a place in itself. */
    public static void check(Condition condition, Bindings bindings, ExpressionKind kind) {
        parts(condition).forEach(part -> {
            if (part instanceof Between between
                    && between.low() instanceof ValueOperand low
                    && between.high() instanceof ValueOperand high) {
                bounds(bindings.value(low.placeholder(), kind), bindings.value(high.placeholder(), kind), kind);
            }
            if (part instanceof Contains contains
                    && contains.whole() instanceof PathOperand whole
                    && contains.part() instanceof PathOperand inner) {
                distinct(whole.path().resolve(bindings, kind), inner.path().resolve(bindings, kind), kind);
            }
        });
    }

    private static void bounds(AttributeValue low, AttributeValue high, ExpressionKind kind) {
        OptionalInt order = Ordering.compare(low, high);
        String must = low.type() != high.type()
                ? "same data type for lower and upper bounds"
                : order.orElse(0) > 0 ? "upper bound to be greater than or equal to lower bound" : "";
        if (!must.isEmpty()) {
            throw kind.invalid("The BETWEEN operator requires " + must + "; lower bound operand: AttributeValue: "
                    + shown(low) + ", upper bound operand: AttributeValue: " + shown(high));
        }
    }

    private static String shown(AttributeValue value) {
        String text = switch (value) {
            case Str s -> s.value();
            case Num n -> Numbers.toText(n);
            case Bin b -> b.value().length() + " bytes";
            default -> "…";
        };
        return "{" + value.type() + ":" + text + "}";
    }

    private static void distinct(DocumentPath whole, DocumentPath part, ExpressionKind kind) {
        if (whole.equals(part)) {
            throw kind.invalid("The first operand must be distinct from the remaining operands for this operator or "
                    + "function; operator: contains, first operand: " + whole);
        }
    }

    /** Refuses the filter of a Query that looks at a key: the key condition is the place for it. */
    public static void refuseKeys(Condition filter, Bindings bindings, Predicate<String> isKey) {
        parts(filter)
                .flatMap(ConditionRules::paths)
                .map(path -> path.resolve(bindings, ExpressionKind.FILTER).attribute())
                .filter(isKey)
                .findFirst()
                .ifPresent(key -> {
                    throw Refusal.validation("Filter Expression can only contain non-primary key attributes: "
                            + "Primary key attribute: " + key);
                });
    }

    /** The conditions that are no AND, OR or NOT of others. */
    private static Stream<Condition> parts(Condition condition) {
        return switch (condition) {
            case And and -> Stream.concat(parts(and.left()), parts(and.right()));
            case Or or -> Stream.concat(parts(or.left()), parts(or.right()));
            case Not not -> parts(not.inner());
            default -> Stream.of(condition);
        };
    }

    private static Stream<DocumentPath> paths(Condition part) {
        return switch (part) {
            case And and -> Stream.of();
            case Or or -> Stream.of();
            case Not not -> Stream.of();
            case Exists exists -> Stream.of(exists.path());
            case TypeIs is -> Stream.concat(Stream.of(is.path()), path(is.type()));
            case Compare c -> Stream.of(c.left(), c.right()).flatMap(ConditionRules::path);
            case Between b -> Stream.of(b.value(), b.low(), b.high()).flatMap(ConditionRules::path);
            case In in ->
                Stream.concat(path(in.value()), in.candidates().stream().flatMap(ConditionRules::path));
            case BeginsWith b -> Stream.of(b.text(), b.prefix()).flatMap(ConditionRules::path);
            case Contains c -> Stream.of(c.whole(), c.part()).flatMap(ConditionRules::path);
        };
    }

    private static Stream<DocumentPath> path(Operand operand) {
        return switch (operand) {
            case PathOperand place -> Stream.of(place.path());
            case SizeOf size -> Stream.of(size.path());
            case ValueOperand value -> Stream.of();
        };
    }
}
