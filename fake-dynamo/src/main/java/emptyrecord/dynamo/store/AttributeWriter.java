package emptyrecord.dynamo.store;

import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bin;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Numbers;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes values as the protocol's JSON. */
public final class AttributeWriter {

    private AttributeWriter() {}

    public static void attributes(JsonGenerator out, Map<String, AttributeValue> attributes) {
        out.writeStartObject();
        attributes.forEach((name, value) -> {
            out.writeName(name);
            value(out, value);
        });
        out.writeEndObject();
    }

    public static void value(JsonGenerator out, AttributeValue value) {
        out.writeStartObject();
        out.writeName(value.type().name());
        bare(out, value);
        out.writeEndObject();
    }

    private static void bare(JsonGenerator out, AttributeValue value) {
        switch (value) {
            case Str text -> out.writeString(text.value());
            case Num number -> out.writeString(Numbers.toText(number));
            case Bin binary -> out.writeString(binary.value().toBase64());
            case Bool bool -> out.writeBoolean(bool.value());
            case Nul nul -> out.writeBoolean(true);
            case SetOf set -> {
                out.writeStartArray();
                set.members().forEach(member -> bare(out, member));
                out.writeEndArray();
            }
            case Lst list -> {
                out.writeStartArray();
                list.values().forEach(element -> value(out, element));
                out.writeEndArray();
            }
            case Mp map -> attributes(out, map.values());
        }
    }
}
