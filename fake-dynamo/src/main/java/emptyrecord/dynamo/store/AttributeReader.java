package emptyrecord.dynamo.store;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/** Reads stored values without a tree. They were checked when they were written. */
final class AttributeReader {

    private AttributeReader() {}

    /** Reads an object of attributes; the parser is at its start before, and at its end after. */
    static Map<String, AttributeValue> attributes(JsonParser in) {
        expect(in, JsonToken.START_OBJECT);
        Map<String, AttributeValue> attributes = new HashMap<>();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            attributes.put(name, value(in));
        }
        expect(in, JsonToken.END_OBJECT);
        return attributes;
    }

    private static AttributeValue value(JsonParser in) {
        expect(in, JsonToken.START_OBJECT);
        String type = in.nextName();
        in.nextToken();
        AttributeValue value = bare(in, type(in, type));
        in.nextToken();
        expect(in, JsonToken.END_OBJECT);
        return value;
    }

    private static Type type(JsonParser in, @Nullable String name) {
        try {
            return Type.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw new StreamReadException(in, "there is no type " + name, e);
        }
    }

    private static AttributeValue bare(JsonParser in, Type type) {
        return switch (type) {
            case S -> new Str(text(in));
            case N -> Numbers.parse(text(in));
            case B -> new Bin(Bytes.ofBase64(text(in)));
            case BOOL -> new Bool(in.getBooleanValue());
            case NULL -> new Nul();
            case SS -> set(in, type, Type.S);
            case NS -> set(in, type, Type.N);
            case BS -> set(in, type, Type.B);
            case L -> list(in);
            case M -> new Mp(attributes(in));
        };
    }

    private static AttributeValue set(JsonParser in, Type type, Type memberType) {
        expect(in, JsonToken.START_ARRAY);
        Set<AttributeValue> members = new LinkedHashSet<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            members.add(bare(in, memberType));
        }
        return new SetOf(type, members);
    }

    private static AttributeValue list(JsonParser in) {
        expect(in, JsonToken.START_ARRAY);
        List<AttributeValue> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(in));
        }
        return new Lst(values);
    }

    static String text(JsonParser in) {
        expect(in, JsonToken.VALUE_STRING);
        return in.getString();
    }

    static void expect(JsonParser in, JsonToken wanted) {
        if (in.currentToken() != wanted) {
            throw new StreamReadException(in, "expected " + wanted + ", not " + in.currentToken());
        }
    }
}
