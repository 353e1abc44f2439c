package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition.And;
import emptyrecord.dynamo.core.expression.Condition.Compare;
import emptyrecord.dynamo.core.expression.Condition.Or;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.expression.Operand.PathOperand;
import emptyrecord.dynamo.core.expression.Operand.ValueOperand;
import emptyrecord.dynamo.core.expression.UpdateExpression.Assignment;
import emptyrecord.dynamo.core.expression.UpdateExpression.Change;
import emptyrecord.dynamo.core.expression.UpdateExpression.ValueTerm;
import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds expressions from the legacy parameters of one request. Attribute names and values become placeholders, so a
 * name means one top-level attribute, dots included
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html).
 */
public final class Legacy {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    /** One entry of {@code AttributeUpdates}. */
    public enum Action {
        PUT,
        DELETE,
        ADD
    }

    /** @param value missing only for DELETE of a whole attribute */
    public record AttributeUpdate(String attribute, Action action, Optional<AttributeValue> value) {}

    /** The placeholders of everything that was built so far. */
    public Bindings bindings() {
        return new Bindings(names, values);
    }

    /** @throws Refusal if the operator cannot take these operands */
    public Condition condition(String attribute, ComparisonOperator operator, List<AttributeValue> operands) {
        operator.check(operands);
        DocumentPath path = path(attribute);
        List<Operand> bound = operands.stream().<Operand>map(this::value).toList();
        return operator.condition(path, new PathOperand(path), bound);
    }

    public Condition equal(String attribute, AttributeValue value) {
        return new Compare(new PathOperand(path(attribute)), Condition.Comparator.EQ, value(value));
    }

    public Condition exists(String attribute, boolean wanted) {
        return new Condition.Exists(path(attribute), wanted);
    }

    /** @param conditions at least one */
    public static Condition all(List<Condition> conditions) {
        return conditions.stream().reduce(And::new).orElseThrow();
    }

    /** @param conditions at least one */
    public static Condition any(List<Condition> conditions) {
        return conditions.stream().reduce(Or::new).orElseThrow();
    }

    public Projection projection(List<String> attributes) {
        return new Projection(attributes.stream().map(this::path).toList());
    }

    /** @throws Refusal if an action cannot take its value */
    public UpdateExpression update(List<AttributeUpdate> updates) {
        List<Assignment> sets = new ArrayList<>();
        List<DocumentPath> removes = new ArrayList<>();
        List<Change> adds = new ArrayList<>();
        List<Change> deletes = new ArrayList<>();
        for (AttributeUpdate update : updates) {
            DocumentPath path = path(update.attribute());
            if (update.value().isEmpty()) {
                refuseWithoutValue(update.action());
                removes.add(path);
                continue;
            }
            AttributeValue value = update.value().get();
            String placeholder = value(value).placeholder();
            switch (update.action()) {
                case PUT -> sets.add(new Assignment(path, new ValueTerm(placeholder)));
                case ADD -> {
                    refuseType(update.action(), value, value.type().set() || value.type() == AttributeValue.Type.N);
                    adds.add(new Change(path, placeholder));
                }
                case DELETE -> {
                    refuseType(update.action(), value, value.type().set());
                    deletes.add(new Change(path, placeholder));
                }
            }
        }
        return new UpdateExpression(sets, removes, adds, deletes);
    }

    private static void refuseWithoutValue(Action action) {
        if (action != Action.DELETE) {
            throw Refusal.parameters("Only DELETE action is allowed when no attribute value is specified");
        }
    }

    private static void refuseType(Action action, AttributeValue value, boolean fits) {
        if (!fits) {
            throw Refusal.parameters(action + " action is not supported for the type " + value.type());
        }
    }

    private DocumentPath path(String attribute) {
        String placeholder = "#" + names.size();
        names.put(placeholder, attribute);
        return new DocumentPath(List.of(new Field(placeholder)));
    }

    private ValueOperand value(AttributeValue value) {
        String placeholder = ":" + values.size();
        values.put(placeholder, value);
        return new ValueOperand(placeholder);
    }
}
