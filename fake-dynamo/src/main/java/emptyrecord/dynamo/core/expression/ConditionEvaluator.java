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
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Ordering;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Evaluates a condition on an item. A missing value, or one of another type, satisfies only {@code <>}, {@code NOT} and
 * {@code attribute_not_exists}. Values of the request with a type that an operator cannot take are refused.
 */
public record ConditionEvaluator(Map<String, AttributeValue> item, Bindings bindings, ExpressionKind kind) {

    public boolean test(Condition condition) {
        return switch (condition) {
            case And and -> test(and.left()) && test(and.right());
            case Or or -> test(or.left()) || test(or.right());
            case Not not -> !test(not.inner());
            case Compare compare -> compare(compare);
            case Between between ->
                ordered(between.value(), Comparator.GE, between.low(), "BETWEEN")
                        && ordered(between.value(), Comparator.LE, between.high(), "BETWEEN");
            case In in -> in.candidates().stream().anyMatch(c -> equal(resolve(in.value()), resolve(c)));
            case Exists exists -> read(exists.path()).isPresent() == exists.wanted();
            case TypeIs is -> hasType(is.path(), is.type());
            case BeginsWith begins -> beginsWith(resolve(begins.text()), begins.prefix());
            case Contains contains -> contains(resolve(contains.whole()), resolve(contains.part()));
        };
    }

    private boolean compare(Compare compare) {
        return switch (compare.comparator()) {
            case EQ -> equal(resolve(compare.left()), resolve(compare.right()));
            case NE -> !equal(resolve(compare.left()), resolve(compare.right()));
            default ->
                ordered(
                        compare.left(),
                        compare.comparator(),
                        compare.right(),
                        compare.comparator().symbol());
        };
    }

    private static boolean equal(Optional<AttributeValue> left, Optional<AttributeValue> right) {
        return left.isPresent() && left.equals(right);
    }

    private boolean ordered(Operand left, Comparator comparator, Operand right, String operator) {
        Optional<AttributeValue> a = orderable(left, operator);
        Optional<AttributeValue> b = orderable(right, operator);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        OptionalInt order = Ordering.compare(a.get(), b.get());
        return order.isPresent() && comparator.accepts(order.getAsInt());
    }

    private Optional<AttributeValue> orderable(Operand operand, String operator) {
        Optional<AttributeValue> value = resolve(operand);
        if (operand instanceof ValueOperand
                && value.filter(v -> !v.type().ordered()).isPresent()) {
            throw kind.invalid("Incorrect operand type for operator or function; operator: " + operator
                    + ", operand type: " + value.get().type());
        }
        return value;
    }

    private boolean hasType(DocumentPath path, Operand type) {
        Optional<AttributeValue> wanted = resolve(type);
        if (!(wanted.isPresent() && wanted.get() instanceof Str name)) {
            throw kind.wrongType(
                    "attribute_type", wanted.map(v -> v.type().name()).orElse("none"));
        }
        if (Arrays.stream(AttributeValue.Type.values()).noneMatch(t -> t.name().equals(name.value()))) {
            throw kind.invalid("Invalid attribute type name found; type: " + name.value()
                    + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
        }
        return read(path).filter(v -> v.type().name().equals(name.value())).isPresent();
    }

    private boolean beginsWith(Optional<AttributeValue> text, Operand prefixOperand) {
        Optional<AttributeValue> prefix = resolve(prefixOperand);
        if (prefixOperand instanceof ValueOperand
                && prefix.filter(p -> !(p instanceof Str || p instanceof Bin)).isPresent()) {
            throw kind.invalid("Incorrect operand type for operator or function; operator or function: begins_with, "
                    + "operand type: " + prefix.get().type());
        }
        if (text.isEmpty() || prefix.isEmpty()) {
            return false;
        }
        if (text.get() instanceof Str a && prefix.get() instanceof Str b) {
            return a.value().startsWith(b.value());
        }
        return text.get() instanceof Bin a
                && prefix.get() instanceof Bin b
                && a.value().startsWith(b.value());
    }

    private static boolean contains(Optional<AttributeValue> whole, Optional<AttributeValue> part) {
        if (whole.isEmpty() || part.isEmpty()) {
            return false;
        }
        return switch (whole.get()) {
            case Str a -> part.get() instanceof Str b && a.contains(b);
            case Bin a -> part.get() instanceof Bin b && a.value().contains(b.value());
            case SetOf set -> set.members().contains(part.get());
            case Lst list -> list.values().contains(part.get());
            default -> false;
        };
    }

    private Optional<AttributeValue> resolve(Operand operand) {
        return switch (operand) {
            case PathOperand place -> read(place.path());
            case ValueOperand value -> Optional.of(bindings.value(value.placeholder(), kind));
            case SizeOf size -> read(size.path()).flatMap(ConditionEvaluator::size);
        };
    }

    private static Optional<AttributeValue> size(AttributeValue value) {
        int size = switch (value) {
            case Str text -> text.value().codePointCount(0, text.value().length());
            case Bin binary -> binary.value().length();
            case SetOf set -> set.members().size();
            case Lst list -> list.values().size();
            case Mp map -> map.values().size();
            default -> -1;
        };
        return size < 0
                ? Optional.empty()
                : Optional.of(new Num(BigDecimal.valueOf(size).stripTrailingZeros()));
    }

    private Optional<AttributeValue> read(DocumentPath path) {
        return PathReader.read(item, path, bindings, kind);
    }
}
