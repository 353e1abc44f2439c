package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.RequestCost;
import emptyrecord.dynamo.core.partiql.KeyedWhere;
import emptyrecord.dynamo.core.partiql.Statement;
import emptyrecord.dynamo.core.partiql.StatementParser;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.AttributeJson;
import emptyrecord.dynamo.web.WriteOperations.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The members that every request with a statement has. */
final class StatementCall {

    /** Characters of a statement, as documented. */
    private static final int TEXT_MAX = 8192;

    private StatementCall() {}

    /**
     * Takes the heap for the statements of all parts, before the first is read.
     *
     * @throws Refusal a ValidationException if they never fit, a ThrottlingException if others take the heap now
     */
    static void charge(Call call, List<Call> parts) {
        call.reply()
                .work(RequestCost.ofStatements(parts.stream()
                        .filter(part -> part.has("Statement")
                                && part.member("Statement").isString())
                        .map(part -> part.text("Statement"))
                        .filter(text -> text.length() <= TEXT_MAX)
                        .toList()));
    }

    /**
     * Reads a statement that was {@linkplain #charge charged}.
     *
     * @throws Refusal if it is not well formed
     */
    static Statement statement(Call call) {
        String text = call.text("Statement");
        if (text.isEmpty() || text.length() > TEXT_MAX) {
            throw Refusal.validation("1 validation error detected: Value at 'statement' failed to satisfy constraint: "
                    + "Member must have length "
                    + (text.isEmpty() ? "greater than or equal to 1" : "less than or equal to " + TEXT_MAX));
        }
        return StatementParser.parse(text, parameters(call));
    }

    private static List<AttributeValue> parameters(Call call) {
        List<AttributeValue> values = new ArrayList<>();
        if (!call.has("Parameters")) {
            return values;
        }
        JsonNode list = call.member("Parameters");
        if (!list.isArray()) {
            throw Refusal.serialization("Unexpected field type");
        }
        if (list.isEmpty()) {
            throw Refusal.validation("1 validation error detected: Value '[]' at 'parameters' failed to satisfy "
                    + "constraint: Member must have length greater than or equal to 1");
        }
        list.forEach(value -> values.add(AttributeJson.value(value)));
        return values;
    }

    /** NONE or ALL_OLD. */
    static Returned onFailure(Call call) {
        Returned shown = call.choice("ReturnValuesOnConditionCheckFailure", Returned.class, Returned.NONE);
        if (shown != Returned.NONE && shown != Returned.ALL_OLD) {
            throw Refusal.validation("ReturnValuesOnConditionCheckFailure can only be ALL_OLD or NONE");
        }
        return shown;
    }

    /**
     * The key of the one item that a SELECT reads.
     *
     * @param operation whose statements read one item
     */
    static Map<String, AttributeValue> key(Statement.Select select, TableSchema schema, String operation) {
        KeyedWhere where = KeyedWhere.of(select.where(), select.bindings(), schema);
        return where.key(select.bindings(), schema)
                .filter(key -> select.index().isEmpty() && where.rest().isEmpty())
                .orElseThrow(() -> Refusal.validation("Select statements within " + operation
                        + " must specify the primary key in the where clause."));
    }

    /** A RETURNING clause as ReturnValues name it. */
    static Returned returned(Statement statement) {
        Statement.Returning returning = switch (statement) {
            case Statement.Update update -> update.returning();
            case Statement.Delete delete -> delete.returning();
            default -> Statement.Returning.NOTHING;
        };
        return switch (returning) {
            case NOTHING -> Returned.NONE;
            case ALL_OLD -> Returned.ALL_OLD;
            case MODIFIED_OLD -> Returned.UPDATED_OLD;
            case ALL_NEW -> Returned.ALL_NEW;
            case MODIFIED_NEW -> Returned.UPDATED_NEW;
        };
    }
}
