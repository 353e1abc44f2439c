package emptyrecord.dynamo.core.expression;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.value.AttributeValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meaning of a request's placeholders.
 *
 * @param names {@code ExpressionAttributeNames}, by {@code #placeholder}
 * @param values {@code ExpressionAttributeValues}, by {@code :placeholder}
 */
public record Bindings(Map<String, String> names, Map<String, AttributeValue> values) {

    public static final Bindings NONE = new Bindings(Map.of(), Map.of());

    String name(String written, ExpressionKind kind) {
        if (written.charAt(0) != '#') {
            return written;
        }
        String real = names.get(written);
        if (real == null) {
            throw kind.invalid("An expression attribute name used in the document path is not defined; attribute name: "
                    + written);
        }
        return real;
    }

    AttributeValue value(String placeholder, ExpressionKind kind) {
        AttributeValue value = values.get(placeholder);
        if (value == null) {
            throw kind.invalid(
                    "An expression attribute value used in expression is not defined; attribute value: " + placeholder);
        }
        return value;
    }

    /** Refuses placeholders that no expression of the request uses, and placeholders that are used but not defined. */
    public void check(Iterable<References> used) {
        Set<String> idleNames = new TreeSet<>(names.keySet());
        Set<String> idleValues = new TreeSet<>(values.keySet());
        for (References references : used) {
            references.names().forEach(name -> name(name, references.kind()));
            references.values().forEach(value -> value(value, references.kind()));
            idleNames.removeAll(references.names());
            idleValues.removeAll(references.values());
        }
        refuseIdle("ExpressionAttributeNames", idleNames);
        refuseIdle("ExpressionAttributeValues", idleValues);
    }

    private static void refuseIdle(String parameter, Set<String> idle) {
        if (!idle.isEmpty()) {
            throw Refusal.validation("Value provided in " + parameter + " unused in expressions: keys: {"
                    + String.join(", ", idle) + "}");
        }
    }
}
