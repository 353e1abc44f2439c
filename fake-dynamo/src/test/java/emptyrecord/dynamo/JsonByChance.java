package emptyrecord.dynamo;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * DynamoDB's values and requests as JSON, by chance: mostly right, with members left out, doubled, or of another type.
 *
 * @param oddness once in so many members something is odd
 */
record JsonByChance(Chance chance, int oddness) {

    private static final int DEPTH_MAX = 5;

    /** @param members of {@link #member}, some of which may be empty */
    String object(String... members) {
        List<String> some =
                new ArrayList<>(Arrays.stream(members).filter(m -> !m.isEmpty()).toList());
        if (!some.isEmpty() && chance.oneIn(8 * oddness)) {
            some.add(some.getFirst());
        }
        return "{" + String.join(",", some) + "}";
    }

    String array(int count, java.util.function.Supplier<String> element) {
        return IntStream.range(0, count).mapToObj(i -> element.get()).collect(Collectors.joining(",", "[", "]"));
    }

    String member(String name, String value) {
        if (chance.oneIn(3 * oddness)) {
            return "";
        }
        return text(chance.oneIn(8 * oddness) ? Odd.text(chance) : name) + ":"
                + (chance.oneIn(oddness) ? odd() : value);
    }

    /** The member once in {@code times}. */
    String maybe(int times, String name, String value) {
        return chance.oneIn(times) ? member(name, value) : "";
    }

    static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** JSON of any type that is wrong in most places. */
    String odd() {
        return switch (chance.below(9)) {
            case 0 -> chance.of("null", "true", "false", "[]", "{}", "\"\"", "[null]", "{\"\":null}", "NaN", "-");
            case 1 -> text(Odd.text(chance));
            case 2 -> text(Odd.number(chance));
            case 3 -> Odd.number(chance).strip();
            case 4 -> value(0);
            case 5 -> "[" + text(Odd.text(chance)) + "]";
            case 6 -> "{\"L\":[".repeat(chance.of(List.of(3, 31, 32, 33, 600))) + "1";
            case 7 -> deep(chance.of("[", "{\"a\":"), chance.of(List.of(10, 40, 1_100)));
            default ->
                "{" + text(chance.of("S", "N", "B", "SS", "NS", "BS", "L", "M", "BOOL", "NULL", "X")) + ":"
                        + chance.of("null", "1", "\"x\"", "[]", "{}", "[\"a\",\"a\"]", "true", "[1]", "[[\"a\"]]")
                        + "}";
        };
    }

    private static String deep(String open, int levels) {
        String close = open.equals("[") ? "]" : "}";
        return open.repeat(levels) + "1" + close.repeat(levels);
    }

    /** An attribute value. */
    String value(int depth) {
        if (chance.oneIn(4 * oddness)) {
            return odd();
        }
        String inner = switch (chance.below(depth > DEPTH_MAX ? 7 : 10)) {
            case 0 -> "\"S\":" + text(chance.oneIn(4) ? Odd.text(chance) : chance.word());
            case 1 -> "\"N\":" + text(chance.oneIn(6) ? Odd.number(chance) : Integer.toString(chance.below(1_000)));
            case 2 -> "\"B\":" + text(chance.of("", "AAEC", "AAE=", "A", "=", "a b", "-_-_"));
            case 3 -> "\"BOOL\":" + chance.of("true", "false");
            case 4 -> "\"NULL\":" + chance.of("true", "true", "false");
            case 5 -> "\"SS\":" + array(chance.below(4), () -> text(chance.word()));
            case 6 -> "\"NS\":" + array(chance.below(4), () -> text(Integer.toString(chance.below(9))));
            case 7 -> "\"L\":" + array(chance.below(4), () -> value(depth + 1));
            case 8 -> "\"BS\":" + array(chance.below(3), () -> text(chance.of("AAEC", "AAE=", "")));
            default -> "\"M\":" + object(member("x", value(depth + 1)), member("y", value(depth + 2)));
        };
        return "{" + inner + "}";
    }
}
