package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.ComparisonOperator;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Legacy;
import emptyrecord.dynamo.core.expression.Legacy.Action;
import emptyrecord.dynamo.core.expression.Legacy.AttributeUpdate;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.AttributeJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the parameters that expressions replaced, and gives them to the same machinery. */
final class LegacyParameters {

    private static final String PROJECTION = "AttributesToGet";
    private static final String UPDATE = "AttributeUpdates";
    private static final String OPERATOR = "ConditionalOperator";
    private static final int KEY_CONDITIONS_MAX = 2;

    /** The legacy parameters in the place of each kind of condition. */
    private static final Map<ExpressionKind, List<String>> CONDITIONS = Map.of(
            ExpressionKind.CONDITION, List.of("Expected"),
            ExpressionKind.FILTER, List.of("QueryFilter", "ScanFilter"),
            ExpressionKind.KEY_CONDITION, List.of("KeyConditions"));

    private static final List<String> ALL =
            List.of("Expected", UPDATE, "KeyConditions", "ScanFilter", "QueryFilter", OPERATOR, PROJECTION);

    private enum Junction {
        OR,
        AND
    }

    private final Call call;
    private final Legacy legacy = new Legacy();
    private boolean conditions;

    LegacyParameters(Call call) {
        this.call = call;
    }

    /** Whether the request has any of them. */
    static boolean in(Call call) {
        return ALL.stream().anyMatch(call::has);
    }

    Legacy legacy() {
        return legacy;
    }

    /** Refuses a request that has both kinds of parameters. */
    void refuseMixture() {
        List<String> expressions = List.of(ExpressionKind.values()).stream()
                .map(ExpressionKind::parameter)
                .filter(call::has)
                .toList();
        if (!expressions.isEmpty()) {
            throw Refusal.validation("Can not use both expression and non-expression parameters in the same request: "
                    + "Non-expression parameters: {"
                    + String.join(", ", ALL.stream().filter(call::has).toList()) + "} Expression parameters: {"
                    + String.join(", ", expressions) + "}");
        }
        if (call.has(OPERATOR) && !conditions) {
            throw Refusal.validation("ConditionalOperator cannot be used without Filter or Expected");
        }
    }

    Optional<Projection> projection() {
        if (!call.has(PROJECTION)) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode name : call.member(PROJECTION)) {
            if (!name.isString()) {
                throw Refusal.serialization("Value cannot be converted to String");
            }
            if (!names.add(name.stringValue())) {
                throw Refusal.parameters("Duplicate value in attribute name: " + name.stringValue());
            }
        }
        if (names.isEmpty()) {
            throw Refusal.validation("1 validation error detected: Value '[]' at 'attributesToGet' failed to satisfy "
                    + "constraint: Member must have length greater than or equal to 1");
        }
        return Optional.of(legacy.projection(List.copyOf(names)));
    }

    Optional<UpdateExpression> update() {
        if (!call.has(UPDATE)) {
            return Optional.empty();
        }
        List<AttributeUpdate> updates = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : call.member(UPDATE).properties()) {
            Call update = call.part(entry.getValue());
            Optional<AttributeValue> value =
                    update.has("Value") ? Optional.of(AttributeJson.value(update.member("Value"))) : Optional.empty();
            updates.add(new AttributeUpdate(entry.getKey(), update.choice("Action", Action.class, Action.PUT), value));
        }
        return updates.isEmpty() ? Optional.empty() : Optional.of(legacy.update(updates));
    }

    Optional<Condition> condition(ExpressionKind kind) {
        return CONDITIONS.getOrDefault(kind, List.of()).stream()
                .filter(call::has)
                .findFirst()
                .flatMap(parameter -> condition(kind, call.member(parameter)));
    }

    private Optional<Condition> condition(ExpressionKind kind, JsonNode entries) {
        List<Condition> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            Call part = call.part(entry.getValue());
            parts.add(
                    kind == ExpressionKind.CONDITION
                            ? expected(entry.getKey(), part)
                            : compared(entry.getKey(), part, kind));
        }
        if (kind == ExpressionKind.KEY_CONDITION) {
            if (parts.isEmpty() || parts.size() > KEY_CONDITIONS_MAX) {
                throw Refusal.validation("Conditions can be of length 1 or 2 only");
            }
            return Optional.of(Legacy.all(parts));
        }
        conditions |= !parts.isEmpty();
        return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts));
    }

    private Condition joined(List<Condition> parts) {
        Junction junction = call.choice(OPERATOR, Junction.class, Junction.AND);
        if (call.has(OPERATOR) && parts.size() == 1) {
            throw Refusal.validation(
                    "ConditionalOperator can only be used when Filter or Expected has two or more elements");
        }
        return junction == Junction.AND ? Legacy.all(parts) : Legacy.any(parts);
    }

    private Condition compared(String attribute, Call part, ExpressionKind kind) {
        part.member("ComparisonOperator");
        ComparisonOperator operator =
                part.choice("ComparisonOperator", ComparisonOperator.class, ComparisonOperator.EQ);
        if (kind == ExpressionKind.KEY_CONDITION && !operator.ofKeys()) {
            throw Refusal.validation("Attempted conditional constraint is not an indexable operation");
        }
        List<AttributeValue> operands = new ArrayList<>();
        if (part.has("AttributeValueList")) {
            part.member("AttributeValueList").forEach(value -> operands.add(AttributeJson.value(value)));
        } else if (part.has("Value")) {
            operands.add(AttributeJson.value(part.member("Value")));
        }
        return legacy.condition(attribute, operator, operands);
    }

    private Condition expected(String attribute, Call part) {
        boolean value = part.has("Value");
        boolean list = part.has("AttributeValueList");
        refuseIf(value && list, "Value and AttributeValueList cannot be used together", attribute);
        if (part.has("ComparisonOperator")) {
            refuseIf(part.has("Exists"), "Exists and ComparisonOperator cannot be used together", attribute);
            return compared(attribute, part, ExpressionKind.CONDITION);
        }
        refuseIf(list, "AttributeValueList can only be used with a ComparisonOperator", attribute);
        if (part.flag("Exists", true)) {
            String given = part.has("Exists") ? "true" : "null";
            refuseIf(!value, "Value must be provided when Exists is " + given, attribute);
            return legacy.equal(attribute, AttributeJson.value(part.member("Value")));
        }
        refuseIf(value, "Value cannot be used when Exists is false", attribute);
        return legacy.exists(attribute, false);
    }

    private static void refuseIf(boolean wrong, String words, String attribute) {
        if (wrong) {
            throw Refusal.parameters(words + " for Attribute: " + attribute);
        }
    }
}
