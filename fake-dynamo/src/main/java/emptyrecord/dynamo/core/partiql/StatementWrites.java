package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.Condition.And;
import emptyrecord.dynamo.core.expression.Condition.Exists;
import emptyrecord.dynamo.core.expression.Condition.Or;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.DocumentPath.Field;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements as writes of one item. */
public final class StatementWrites {

    /** The hash key's placeholder; those of statements are numbers. */
    private static final String HASH = "#hash";

    private StatementWrites() {}

    /**
     * The write that a statement means. An INSERT needs the item not to be there, an UPDATE and EXISTS need it to be
     * there, and a DELETE does without it.
     *
     * @throws Refusal if the statement does not name one item, or is a SELECT
     */
    public static Write of(Statement statement, TableSchema schema) {
        return switch (statement) {
            case Statement.Insert insert ->
                new Write(
                        insert.table(),
                        new Write.Put(insert.item()),
                        Optional.of(there(false)),
                        named(Bindings.NONE, schema));
            case Statement.Update update -> {
                KeyedWhere where = KeyedWhere.of(Optional.of(update.where()), update.bindings(), schema);
                Write.Action action =
                        new Write.Update(key(where, update.bindings(), schema), Optional.of(update.update()));
                Condition condition = with(there(true), where.rest());
                yield new Write(update.table(), action, Optional.of(condition), named(update.bindings(), schema));
            }
            case Statement.Delete delete -> {
                KeyedWhere where = KeyedWhere.of(Optional.of(delete.where()), delete.bindings(), schema);
                Write.Action action = new Write.Delete(key(where, delete.bindings(), schema));
                Optional<Condition> condition = where.rest().map(rest -> new Or(there(false), rest));
                yield new Write(delete.table(), action, condition, named(delete.bindings(), schema));
            }
            case Statement.Exists exists -> check(exists.select(), schema);
            case Statement.Select select -> throw Refusal.validation("A SELECT is no write");
        };
    }

    private static Write check(Statement.Select select, TableSchema schema) {
        if (select.index().isPresent()) {
            throw Refusal.validation("EXISTS looks at a table, not at an index");
        }
        KeyedWhere where = KeyedWhere.of(select.where(), select.bindings(), schema);
        Write.Action action = new Write.Check(key(where, select.bindings(), schema));
        Condition condition = with(there(true), where.rest());
        return new Write(select.table(), action, Optional.of(condition), named(select.bindings(), schema));
    }

    private static Map<String, AttributeValue> key(KeyedWhere where, Bindings bindings, TableSchema schema) {
        return where.key(bindings, schema)
                .orElseThrow(() ->
                        Refusal.validation("Where clause does not contain a mandatory equality on all key attributes"));
    }

    private static Condition with(Condition first, Optional<Condition> rest) {
        return rest.<Condition>map(second -> new And(first, second)).orElse(first);
    }

    private static Condition there(boolean wanted) {
        return new Exists(new DocumentPath(List.of(new Field(HASH))), wanted);
    }

    private static Bindings named(Bindings bindings, TableSchema schema) {
        Map<String, String> names = new HashMap<>(bindings.names());
        names.put(HASH, schema.hash().name());
        return new Bindings(names, bindings.values());
    }
}
