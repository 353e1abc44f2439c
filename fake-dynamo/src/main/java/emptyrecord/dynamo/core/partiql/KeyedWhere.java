package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.Condition.And;
import emptyrecord.dynamo.core.expression.Condition.BeginsWith;
import emptyrecord.dynamo.core.expression.Condition.Between;
import emptyrecord.dynamo.core.expression.Condition.Comparator;
import emptyrecord.dynamo.core.expression.Condition.Compare;
import emptyrecord.dynamo.core.expression.Condition.In;
import emptyrecord.dynamo.core.expression.Condition.Or;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.KeyCondition;
import emptyrecord.dynamo.core.expression.Operand;
import emptyrecord.dynamo.core.expression.Operand.PathOperand;
import emptyrecord.dynamo.core.expression.Operand.ValueOperand;
import emptyrecord.dynamo.core.table.Keyed;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A WHERE clause by what it says of a table's or an index's key. With the hash key's values it reads their partitions,
 * without them the whole table.
 *
 * @param hashes values of the hash key, of which an item has one; empty if the clause does not tell
 * @param range the condition on the range key inside these partitions
 * @param rest what is left to be tested on each item
 */
public record KeyedWhere(Set<AttributeValue> hashes, Optional<Condition> range, Optional<Condition> rest) {

    /** Values of the hash key in one statement, as documented. */
    private static final int HASHES_MAX = 50;

    public static KeyedWhere of(Optional<Condition> where, Bindings bindings, Keyed target) {
        List<Condition> parts = new ArrayList<>();
        where.ifPresent(condition -> flatten(condition, parts));
        Set<AttributeValue> hashes = new LinkedHashSet<>();
        Optional<Condition> range = Optional.empty();
        List<Condition> rest = new ArrayList<>();
        for (Condition part : parts) {
            Set<AttributeValue> values = hashes.isEmpty() ? valuesOf(part, target.hash(), bindings) : Set.of();
            Optional<KeyAttribute> key = target.range();
            if (!values.isEmpty()) {
                hashes.addAll(values);
            } else if (range.isEmpty()
                    && key.filter(r -> bounds(part, r, bindings)).isPresent()) {
                range = Optional.of(part);
            } else {
                rest.add(part);
            }
        }
        if (hashes.isEmpty()) {
            return new KeyedWhere(Set.of(), Optional.empty(), where);
        }
        if (hashes.size() > HASHES_MAX) {
            throw Refusal.validation(
                    "A statement may name " + HASHES_MAX + " values of the hash key, not " + hashes.size());
        }
        return new KeyedWhere(hashes, range, rest.stream().reduce(And::new));
    }

    /** One for each partition to read. */
    public List<KeyCondition> partitions() {
        return hashes.stream().map(hash -> new KeyCondition(hash, range)).toList();
    }

    /** The key of the one item that the clause names, if it names one. */
    public Optional<Map<String, AttributeValue>> key(Bindings bindings, Keyed target) {
        Optional<AttributeValue> sort = range.flatMap(condition -> equal(condition, bindings));
        if (hashes.size() != 1 || sort.isPresent() != target.range().isPresent()) {
            return Optional.empty();
        }
        Map<String, AttributeValue> key = new HashMap<>();
        key.put(target.hash().name(), hashes.iterator().next());
        sort.ifPresent(value -> key.put(target.range().orElseThrow().name(), value));
        return Optional.of(key);
    }

    private static void flatten(Condition condition, List<Condition> parts) {
        if (condition instanceof And and) {
            flatten(and.left(), parts);
            flatten(and.right(), parts);
        } else {
            parts.add(keyFirst(condition));
        }
    }

    /** {@code 1 < key} is read as {@code key > 1}. */
    private static Condition keyFirst(Condition part) {
        return part instanceof Compare c && c.left() instanceof ValueOperand && c.right() instanceof PathOperand
                ? new Compare(c.right(), c.comparator().mirrored(), c.left())
                : part;
    }

    /** The values that {@code key = …}, {@code key IN […]} and an OR of them allow; empty if it is something else. */
    private static Set<AttributeValue> valuesOf(Condition part, KeyAttribute key, Bindings bindings) {
        return switch (keyFirst(part)) {
            case Compare compare ->
                isKey(compare.left(), key, bindings)
                        ? equal(compare, bindings).map(Set::of).orElse(Set.of())
                        : Set.of();
            case In in -> {
                if (!isKey(in.value(), key, bindings)
                        || !in.candidates().stream().allMatch(ValueOperand.class::isInstance)) {
                    yield Set.of();
                }
                Set<AttributeValue> values = new LinkedHashSet<>();
                in.candidates().forEach(candidate -> values.add(valueOf((ValueOperand) candidate, bindings)));
                yield values;
            }
            case Or or -> {
                Set<AttributeValue> left = valuesOf(or.left(), key, bindings);
                Set<AttributeValue> right = valuesOf(or.right(), key, bindings);
                if (left.isEmpty() || right.isEmpty()) {
                    yield Set.of();
                }
                Set<AttributeValue> both = new LinkedHashSet<>(left);
                both.addAll(right);
                yield both;
            }
            default -> Set.of();
        };
    }

    private static Optional<AttributeValue> equal(Condition condition, Bindings bindings) {
        return condition instanceof Compare compare
                        && compare.comparator() == Comparator.EQ
                        && compare.right() instanceof ValueOperand value
                ? Optional.of(valueOf(value, bindings))
                : Optional.empty();
    }

    private static boolean bounds(Condition part, KeyAttribute key, Bindings bindings) {
        return switch (part) {
            case Compare c ->
                isKey(c.left(), key, bindings) && c.right() instanceof ValueOperand && c.comparator() != Comparator.NE;
            case Between b ->
                isKey(b.value(), key, bindings) && b.low() instanceof ValueOperand && b.high() instanceof ValueOperand;
            case BeginsWith b -> isKey(b.text(), key, bindings) && b.prefix() instanceof ValueOperand;
            default -> false;
        };
    }

    private static AttributeValue valueOf(ValueOperand value, Bindings bindings) {
        return Objects.requireNonNull(bindings.values().get(value.placeholder()));
    }

    private static boolean isKey(Operand operand, KeyAttribute key, Bindings bindings) {
        return operand instanceof PathOperand place && isKey(place.path(), key, bindings);
    }

    /** Whether a path is that key. */
    public static boolean isKey(DocumentPath path, KeyAttribute key, Bindings bindings) {
        return path.steps().size() == 1
                && path.steps().getFirst() instanceof Field field
                && key.name().equals(bindings.names().get(field.name()));
    }
}
