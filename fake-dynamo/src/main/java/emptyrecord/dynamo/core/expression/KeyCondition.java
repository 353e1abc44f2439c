package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition.And;
import emptyrecord.dynamo.core.expression.Condition.BeginsWith;
import emptyrecord.dynamo.core.expression.Condition.Between;
import emptyrecord.dynamo.core.expression.Condition.Comparator;
import emptyrecord.dynamo.core.expression.Condition.Compare;
import emptyrecord.dynamo.core.expression.Operand.PathOperand;
import emptyrecord.dynamo.core.expression.Operand.ValueOperand;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Query's condition on the key: equality on the hash key, and at most one condition on the range key.
 *
 * @param hash the hash key's value
 * @param range the condition on the range key, to be tested on each item of the partition
 */
public record KeyCondition(AttributeValue hash, Optional<Condition> range) {

    private static final ExpressionKind KIND = ExpressionKind.KEY_CONDITION;

    /**
     * Reads a parsed condition as a key condition.
     *
     * @param hashKey name of the hash key
     * @param rangeKey name of the range key, if the table has one
     */
    public static KeyCondition of(Condition condition, Bindings bindings, String hashKey, Optional<String> rangeKey) {
        List<Condition> parts = new ArrayList<>();
        flatten(condition, parts);
        Optional<AttributeValue> hash = Optional.empty();
        Optional<Condition> range = Optional.empty();
        for (Condition part : parts) {
            String name = attribute(part).resolve(bindings, KIND).attribute();
            if (name.equals(hashKey) && hash.isEmpty()) {
                hash = Optional.of(equalTo(part, bindings));
            } else if (rangeKey.filter(name::equals).isPresent() && range.isEmpty()) {
                range = Optional.of(part);
            } else if (name.equals(hashKey) || rangeKey.filter(name::equals).isPresent()) {
                throw KIND.invalid("KeyConditionExpressions must only contain one condition per key");
            } else {
                throw Refusal.validation("Query condition missed key schema element: "
                        + (hash.isEmpty() ? hashKey : rangeKey.orElse(hashKey)));
            }
        }
        return new KeyCondition(
                hash.orElseThrow(() -> Refusal.validation("Query condition missed key schema element: " + hashKey)),
                range);
    }

    /** The values that the range key is compared with. */
    public List<AttributeValue> bounds(Bindings bindings) {
        Stream<Operand> operands = range.stream().flatMap(condition -> switch (condition) {
            case Compare compare -> Stream.of(compare.right());
            case Between between -> Stream.of(between.low(), between.high());
            case BeginsWith begins -> Stream.of(begins.prefix());
            default -> Stream.of();
        });
        return operands.map(operand -> bindings.value(((ValueOperand) operand).placeholder(), KIND))
                .toList();
    }

    public boolean accepts(Item item, Bindings bindings) {
        return range.isEmpty() || new ConditionEvaluator(item.attributes(), bindings, KIND).test(range.get());
    }

    private static void flatten(Condition condition, List<Condition> parts) {
        if (condition instanceof And and) {
            flatten(and.left(), parts);
            flatten(and.right(), parts);
        } else {
            parts.add(keyFirst(condition));
        }
    }

    /** {@code :value < key} is read as {@code key > :value}. */
    private static Condition keyFirst(Condition part) {
        return part instanceof Compare c && c.left() instanceof ValueOperand && c.right() instanceof PathOperand
                ? new Compare(c.right(), c.comparator().mirrored(), c.left())
                : part;
    }

    private static DocumentPath attribute(Condition part) {
        if (tested(part) instanceof PathOperand operand
                && operand.path().steps().size() == 1) {
            return operand.path();
        }
        throw KIND.invalid("KeyConditionExpressions cannot have conditions on nested attributes");
    }

    private static Operand tested(Condition part) {
        if (part instanceof Compare compare
                && compare.right() instanceof ValueOperand
                && compare.comparator() != Comparator.NE) {
            return compare.left();
        }
        if (part instanceof Between between
                && between.low() instanceof ValueOperand
                && between.high() instanceof ValueOperand) {
            return between.value();
        }
        if (part instanceof BeginsWith begins && begins.prefix() instanceof ValueOperand) {
            return begins.text();
        }
        throw KIND.invalid("Invalid operator used in KeyConditionExpression");
    }

    private static AttributeValue equalTo(Condition part, Bindings bindings) {
        if (part instanceof Compare compare
                && compare.comparator() == Comparator.EQ
                && compare.right() instanceof ValueOperand value) {
            return bindings.value(value.placeholder(), KIND);
        }
        throw Refusal.validation("Query key condition not supported");
    }
}
