package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.ErrorCode;
import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionRules;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Parsed;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.References;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.store.AttributeJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of one call, or of one part of a batch; unknown members are ignored, as the service does. It records
 * which placeholders the expressions use. {@link #bindings} refuses unused ones, so call it last.
 */
final class Call {

    private final JsonNode node;
    private final Expressions expressions;
    private final ReplyBuffer reply;
    private final List<References> used = new ArrayList<>();
    private final Map<ExpressionKind, Condition> conditions = new EnumMap<>(ExpressionKind.class);
    private final Optional<LegacyParameters> legacy;

    /** @param reply where the answer goes */
    Call(JsonNode node, Expressions expressions, ReplyBuffer reply) {
        if (!node.isObject()) {
            throw Refusal.serialization("Start of structure or map found where not expected");
        }
        this.node = node;
        this.expressions = expressions;
        this.reply = reply;
        this.legacy = LegacyParameters.in(this) ? Optional.of(new LegacyParameters(this)) : Optional.empty();
    }

    /** The answer, to be asked for room before something long is written to it. */
    ReplyBuffer reply() {
        return reply;
    }

    /** The same with another node, for a part of a batch. */
    Call part(JsonNode part) {
        return new Call(part, expressions, reply);
    }

    boolean has(String member) {
        JsonNode found = node.get(member);
        return found != null && !found.isNull();
    }

    /** A required member; a missing one is refused in the service's words. */
    JsonNode member(String member) {
        if (!has(member)) {
            String shown = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
            throw Refusal.validation("1 validation error detected: Value null at '" + shown
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return node.get(member);
    }

    String text(String member) {
        JsonNode found = member(member);
        if (!found.isString()) {
            throw Refusal.serialization(
                    (found.isNumber() ? "NUMBER_VALUE" : "Value") + " cannot be converted to String");
        }
        return found.stringValue();
    }

    Optional<String> optionalText(String member) {
        return has(member) ? Optional.of(text(member)) : Optional.empty();
    }

    /** A name from a list of choices. */
    <E extends Enum<E>> E choice(String member, Class<E> type, E otherwise) {
        return optionalText(member)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(choice -> choice.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Refusal.validation("1 validation error detected: Value '" + text + "' at '"
                                + member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1)
                                + "' failed to satisfy constraint: Member must satisfy enum value set: "
                                + Arrays.toString(type.getEnumConstants()))))
                .orElse(otherwise);
    }

    boolean flag(String member, boolean otherwise) {
        if (!has(member)) {
            return otherwise;
        }
        JsonNode found = member(member);
        if (!found.isBoolean()) {
            throw Refusal.serialization("Unexpected token received from parser");
        }
        return found.booleanValue();
    }

    int number(String member, int min, int max, int otherwise) {
        if (!has(member)) {
            return otherwise;
        }
        JsonNode found = member(member);
        if (!found.isIntegralNumber()) {
            throw Refusal.serialization("STRING_VALUE cannot be converted to Integer");
        }
        String shown = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
        if (!found.canConvertToInt() || found.intValue() < min || found.intValue() > max) {
            boolean low = found.canConvertToInt()
                    ? found.intValue() < min
                    : found.bigIntegerValue().signum() < 0;
            throw Refusal.validation("1 validation error detected: Value '" + found.asString() + "' at '" + shown
                    + "' failed to satisfy constraint: Member must have value "
                    + (low ? "greater than or equal to " + min : "less than or equal to " + max));
        }
        return found.intValue();
    }

    Map<String, AttributeValue> attributes(String member) {
        return AttributeJson.attributes(member(member));
    }

    Optional<Condition> condition(ExpressionKind kind) {
        Optional<Condition> condition = optionalText(kind.parameter())
                .map(text -> use(expressions.condition(text, kind)))
                .or(() -> legacy.flatMap(old -> old.condition(kind)));
        condition.ifPresent(c -> conditions.put(kind, c));
        return condition;
    }

    Optional<UpdateExpression> update() {
        return optionalText(ExpressionKind.UPDATE.parameter())
                .map(text -> use(expressions.update(text)))
                .or(() -> legacy.flatMap(LegacyParameters::update));
    }

    /** The projection as written; resolve it with the bindings. */
    Optional<Projection> projection() {
        return optionalText(ExpressionKind.PROJECTION.parameter())
                .map(text -> use(expressions.projection(text)))
                .or(() -> legacy.flatMap(LegacyParameters::projection));
    }

    /** The placeholders' meaning; call it after all expressions were read. */
    Bindings bindings() {
        boolean names = has("ExpressionAttributeNames");
        boolean values = has("ExpressionAttributeValues");
        legacy.ifPresent(LegacyParameters::refuseMixture);
        if (used.isEmpty()) {
            if (names || values) {
                throw Refusal.validation("ExpressionAttribute" + (names ? "Names" : "Values")
                        + " can only be specified when using expressions");
            }
            Bindings bindings = legacy.map(old -> old.legacy().bindings()).orElse(Bindings.NONE);
            conditions.forEach((kind, condition) -> ConditionRules.check(condition, bindings, kind));
            return bindings;
        }
        refuseEmpty("ExpressionAttributeNames");
        refuseEmpty("ExpressionAttributeValues");
        Bindings bindings = new Bindings(names ? names() : Map.of(), values ? values() : Map.of());
        bindings.check(used);
        conditions.forEach((kind, condition) -> ConditionRules.check(condition, bindings, kind));
        return bindings;
    }

    private void refuseEmpty(String placeholders) {
        if (has(placeholders) && member(placeholders).isEmpty()) {
            throw Refusal.validation(placeholders + " must not be empty");
        }
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        member("ExpressionAttributeNames").properties().forEach(property -> {
            if (!property.getKey().startsWith("#") || !property.getValue().isString()) {
                throw Refusal.validation("ExpressionAttributeNames contains invalid key: Syntax error; key: \""
                        + property.getKey() + "\"");
            }
            names.put(property.getKey(), property.getValue().stringValue());
        });
        return names;
    }

    private Map<String, AttributeValue> values() {
        JsonNode node = member("ExpressionAttributeValues");
        if (!node.isObject()) {
            throw Refusal.serialization("Start of structure or map found where not expected");
        }
        Map<String, AttributeValue> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String key = property.getKey();
            if (!key.startsWith(":") || key.length() == 1) {
                throw Refusal.validation(
                        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + key + "\"");
            }
            values.put(key, value(key, property.getValue()));
        }
        return values;
    }

    private static AttributeValue value(String key, JsonNode node) {
        try {
            return AttributeJson.value(node);
        } catch (Refusal e) {
            if (e.code() == ErrorCode.VALIDATION) {
                throw Refusal.validation(
                        "ExpressionAttributeValues contains invalid value: " + e.getMessage() + " for key " + key);
            }
            throw e;
        }
    }

    private <T> T use(Parsed<T> parsed) {
        used.add(parsed.references());
        return parsed.expression();
    }
}
