package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.value.Item;
import java.util.List;
import java.util.Optional;

/**
 * A statement of PartiQL for DynamoDB
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html).
 */
public sealed interface Statement {

    /** Name of the table. */
    String table();

    /** The part of an item that a write returns. */
    enum Returning {
        NOTHING,
        ALL_OLD,
        MODIFIED_OLD,
        ALL_NEW,
        MODIFIED_NEW
    }

    /** @param descending against the order of the range key */
    record Order(DocumentPath path, boolean descending) {}

    /** @param columns empty for {@code *} */
    record Select(
            String table,
            Optional<String> index,
            List<DocumentPath> columns,
            Optional<Condition> where,
            Optional<Order> order,
            Bindings bindings)
            implements Statement {}

    record Insert(String table, Item item) implements Statement {}

    record Update(String table, UpdateExpression update, Condition where, Returning returning, Bindings bindings)
            implements Statement {}

    record Delete(String table, Condition where, Returning returning, Bindings bindings) implements Statement {}

    /** {@code EXISTS(SELECT …)}: a condition of a transaction. */
    record Exists(Select select) implements Statement {
        @Override
        public String table() {
            return select.table;
        }
    }
}
