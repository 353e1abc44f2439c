package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.DocumentPath;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.table.IndexSchema;
import emptyrecord.dynamo.core.table.TableSchema;
import java.util.List;
import java.util.Optional;

/**
 * The attributes that a Query or Scan returns: its {@code Select}, with the projection and the index it is used with
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html).
 *
 * @param count whether only the number is returned
 * @param projection resolved, if the request has one
 * @param whole whether the request names all attributes of the items, whatever an index shows
 */
record Selection(boolean count, Optional<Projection> projection, boolean whole) {

    private enum Select {
        ALL_ATTRIBUTES,
        ALL_PROJECTED_ATTRIBUTES,
        SPECIFIC_ATTRIBUTES,
        COUNT
    }

    /** @throws Refusal if the request contradicts itself */
    static Selection of(Call call, Optional<Projection> projection) {
        Select otherwise = projection.isPresent()
                ? Select.SPECIFIC_ATTRIBUTES
                : call.has("IndexName") ? Select.ALL_PROJECTED_ATTRIBUTES : Select.ALL_ATTRIBUTES;
        Select select = call.choice("Select", Select.class, otherwise);
        String parameter = call.has("AttributesToGet") ? "AttributesToGet" : "ProjectionExpression";
        if (select == Select.SPECIFIC_ATTRIBUTES && projection.isEmpty()) {
            throw Refusal.validation(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }
        if (select != Select.SPECIFIC_ATTRIBUTES && projection.isPresent()) {
            throw Refusal.validation("Cannot specify the " + parameter + " when choosing to get "
                    + (select == Select.COUNT ? "only the Count" : select));
        }
        if (select == Select.ALL_PROJECTED_ATTRIBUTES && !call.has("IndexName")) {
            throw Refusal.validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        return new Selection(select == Select.COUNT, projection, select == Select.ALL_ATTRIBUTES);
    }

    /**
     * Whether the items of an index are completed from the table.
     *
     * @throws Refusal if a global index would have to, which it cannot
     */
    boolean fetches(TableSchema table, IndexSchema index) {
        List<String> missing = projection.map(Projection::paths).orElse(List.of()).stream()
                .map(DocumentPath::attribute)
                .filter(attribute -> !index.shows(attribute, table))
                .toList();
        boolean all = whole && index.projected().kind() != IndexSchema.Kind.ALL;
        if (index.global() && all) {
            throw Refusal.parameters("Select type ALL_ATTRIBUTES is not supported for global secondary index "
                    + index.name() + " because its projection type is not ALL");
        }
        if (index.global() && !missing.isEmpty()) {
            throw Refusal.parameters("Global secondary index " + index.name() + " does not project " + missing);
        }
        return all || !missing.isEmpty();
    }
}
