package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.Item;
import java.util.Map;
import java.util.Optional;

/**
 * A requested write.
 *
 * @param table name of the table
 * @param action on the item
 * @param condition that the item must satisfy
 * @param bindings of the placeholders in action and condition
 */
public record Write(String table, Action action, Optional<Condition> condition, Bindings bindings) {

    /** The action on one item. */
    public sealed interface Action {}

    public record Put(Item item) implements Action {}

    public record Update(Map<String, AttributeValue> key, Optional<UpdateExpression> update) implements Action {}

    public record Delete(Map<String, AttributeValue> key) implements Action {}

    /** Only the condition matters: the ConditionCheck of a transaction. */
    public record Check(Map<String, AttributeValue> key) implements Action {}
}
