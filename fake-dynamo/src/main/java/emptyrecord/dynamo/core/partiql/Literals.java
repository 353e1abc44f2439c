package emptyrecord.dynamo.core.partiql;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.partiql.Word.Kind;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values as statements write them: {@code 'text'}, {@code 1.5}, {@code true}, {@code null}, {@code [list]},
 * <code>{'map': 1}</code>, {@code <<'set'>>}, and {@code ?} for a parameter. A binary has no literal; it is a parameter.
 */
final class Literals {

    /** How deep lists and maps may nest, as in the JSON of items. */
    private static final int DEPTH_MAX = 32;

    private static final String TOO_DEEP = "Nesting Levels have exceeded supported limits";

    private final Words in;
    private int depth;

    Literals(Words in) {
        this.in = in;
    }

    /** Whether a value begins here. */
    boolean next() {
        Word word = in.peek();
        return switch (word.kind()) {
            case TEXT, NUMBER -> true;
            case NAME -> word.isKeyword("TRUE") || word.isKeyword("FALSE") || word.isKeyword("NULL");
            case SYMBOL -> List.of("?", "[", "{", "<<", "-").contains(word.text());
            case QUOTED, END -> false;
        };
    }

    AttributeValue value() {
        if (!next()) {
            throw in.unexpected("a value");
        }
        if (++depth > DEPTH_MAX) {
            throw Refusal.validation(TOO_DEEP);
        }
        Word word = in.next();
        AttributeValue value = switch (word.kind()) {
            case TEXT -> new Str(word.text());
            case NUMBER -> Numbers.parse(word.text());
            case NAME -> word.isKeyword("NULL") ? new Nul() : new Bool(word.isKeyword("TRUE"));
            default -> structure(word.text());
        };
        depth--;
        return value;
    }

    private AttributeValue structure(String opening) {
        return switch (opening) {
            case "?" -> parameter();
            case "[" -> new Lst(elements("]"));
            case "{" -> new Mp(members());
            case "<<" -> set(elements(">>"));
            default -> {
                if (in.peek().kind() != Kind.NUMBER) {
                    throw in.unexpected("a number");
                }
                yield Numbers.parse("-" + in.next().text());
            }
        };
    }

    /** It is as deep as it is by itself, and as the literal around it. */
    private AttributeValue parameter() {
        AttributeValue value = in.parameter();
        refuseDeeper(value, depth);
        return value;
    }

    private static void refuseDeeper(AttributeValue value, int depth) {
        if (depth > DEPTH_MAX) {
            throw Refusal.validation(TOO_DEEP);
        }
        switch (value) {
            case Lst list -> list.values().forEach(each -> refuseDeeper(each, depth + 1));
            case Mp map -> map.values().values().forEach(each -> refuseDeeper(each, depth + 1));
            default -> {}
        }
    }

    private List<AttributeValue> elements(String closing) {
        List<AttributeValue> elements = new ArrayList<>();
        if (in.take(closing)) {
            return elements;
        }
        do {
            elements.add(value());
        } while (in.take(","));
        in.expect(closing);
        return elements;
    }

    /** Behind the opening brace. */
    Map<String, AttributeValue> members() {
        Map<String, AttributeValue> members = new HashMap<>();
        if (in.take("}")) {
            return members;
        }
        do {
            if (in.peek().kind() != Kind.TEXT) {
                throw in.unexpected("a name in single quotes");
            }
            String name = in.next().text();
            in.expect(":");
            if (members.put(name, value()) != null) {
                throw StatementLexer.notWellFormed("the attribute '" + name + "' is there twice");
            }
        } while (in.take(","));
        in.expect("}");
        return members;
    }

    private static AttributeValue set(List<AttributeValue> elements) {
        if (elements.isEmpty()) {
            throw Refusal.parameters("An string set  may not be empty");
        }
        Type type = elements.getFirst().type();
        Type of = switch (type) {
            case S -> Type.SS;
            case N -> Type.NS;
            case B -> Type.BS;
            default -> throw Refusal.parameters("A set has texts, numbers or binaries, not " + type.described());
        };
        if (elements.stream().anyMatch(element -> element.type() != type)) {
            throw Refusal.parameters("All elements of a set have one type");
        }
        Set<AttributeValue> members = new LinkedHashSet<>(elements);
        if (members.size() < elements.size()) {
            throw Refusal.parameters("Input collection contains duplicates.");
        }
        return new SetOf(of, members);
    }
}
