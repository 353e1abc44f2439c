package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Bytes;
import emptyrecord.dynamo.core.value.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads values from the protocol's JSON ({@code {"S": "text"}}, {@code {"N": "1"}}, …), in requests. */
public final class AttributeJson {

    /** How deep lists and maps may nest. */
    private static final int DEPTH_MAX = 32;

    /** Characters of a set in a message; our choice. */
    private static final int SHOWN_MAX = 400;

    private AttributeJson() {}

    public static Map<String, AttributeValue> attributes(JsonNode node) {
        return attributes(node, 1);
    }

    public static AttributeValue value(JsonNode node) {
        return value(node, 1);
    }

    private static Map<String, AttributeValue> attributes(JsonNode node, int depth) {
        if (!node.isObject()) {
            throw Refusal.serialization("Start of structure or map found where not expected");
        }
        Map<String, AttributeValue> attributes = HashMap.newHashMap(node.size());
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            attributes.put(property.getKey(), value(property.getValue(), depth));
        }
        return attributes;
    }

    private static AttributeValue value(JsonNode node, int depth) {
        if (!node.isObject()) {
            throw Refusal.serialization("Unexpected value type in payload");
        }
        if (depth > DEPTH_MAX) {
            throw Refusal.validation("Nesting Levels have exceeded supported limits");
        }
        if (node.size() != 1) {
            throw Refusal.validation(
                    node.isEmpty()
                            ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
                            : "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
                                    + "supported datatypes");
        }
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        return value(only.getKey(), only.getValue(), depth);
    }

    private static AttributeValue value(String type, JsonNode node, int depth) {
        return switch (type) {
            case "S" -> new Str(text(node));
            case "N" -> Numbers.parse(text(node));
            case "B" -> binary(text(node));
            case "BOOL" -> new Bool(bool(node));
            case "NULL" -> nul(node);
            case "SS" -> set(Type.SS, "S", node, depth);
            case "NS" -> set(Type.NS, "N", node, depth);
            case "BS" -> set(Type.BS, "B", node, depth);
            case "L" -> new Lst(list(node, depth));
            case "M" -> new Mp(attributes(node, depth + 1));
            default ->
                throw Refusal.validation(
                        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        };
    }

    private static List<AttributeValue> list(JsonNode node, int depth) {
        List<AttributeValue> values = new ArrayList<>();
        for (JsonNode element : array(node)) {
            values.add(value(element, depth + 1));
        }
        return values;
    }

    private static AttributeValue set(Type type, String memberType, JsonNode node, int depth) {
        Set<AttributeValue> members = new LinkedHashSet<>();
        for (JsonNode element : array(node)) {
            if (!members.add(value(memberType, element, depth))) {
                throw duplicate(type, node);
            }
        }
        if (members.isEmpty()) {
            String shown = type == Type.NS ? "An number set " : type == Type.SS ? "An string set " : "Binary sets ";
            throw Refusal.parameters(shown + (type == Type.BS ? "should not be empty" : " may not be empty"));
        }
        return new SetOf(type, members);
    }

    /** In the service's words, which differ between the types; a long set is not repeated. */
    private static Refusal duplicate(Type type, JsonNode set) {
        List<String> members = new ArrayList<>();
        set.forEach(member -> members.add(member.asString("")));
        String shown = members.toString();
        if (type == Type.NS) {
            return Refusal.validation("Input collection contains duplicates");
        }
        return Refusal.parameters("Input collection " + (shown.length() > SHOWN_MAX ? "" : shown)
                + (type == Type.BS ? "of type BS contains duplicates." : " contains duplicates."));
    }

    private static AttributeValue binary(String text) {
        try {
            return new Bin(Bytes.ofBase64(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.serialization("Bad Base64 in a binary value: " + e.getMessage());
        }
    }

    private static AttributeValue nul(JsonNode node) {
        if (!bool(node)) {
            throw Refusal.parameters("Null attribute value types must have the value of true");
        }
        return new Nul();
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw Refusal.serialization("Unexpected field type");
        }
        return node;
    }

    private static boolean bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw Refusal.serialization("Unexpected token received from parser");
        }
        return node.booleanValue();
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw Refusal.serialization(
                    (node.isNumber() ? "NUMBER_VALUE" : node.isBoolean() ? "BOOLEAN_VALUE" : "Value")
                            + " cannot be converted to String");
        }
        return node.stringValue();
    }
}
