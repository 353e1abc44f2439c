package emptyrecord.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Conditions by chance in two languages, as a WHERE clause of PartiQL and as an expression with placeholders. They share
 * nothing but their meaning.
 */
final class TwinConditions {

    private final Random random;
    private final List<String> values = new ArrayList<>();

    TwinConditions(Random random) {
        this.random = random;
    }

    /**
     * The same condition twice.
     *
     * @param where for a statement
     * @param expression for the classic API
     */
    record Twin(String where, String expression) {

        Twin and(Twin other) {
            return new Twin(where + " AND " + other.where, expression + " AND " + other.expression);
        }
    }

    /** A value in both languages. */
    Twin value(String literal, String json) {
        values.add("\":v" + values.size() + "\":" + json);
        return new Twin(literal, ":v" + (values.size() - 1));
    }

    Twin text(String text) {
        return value("'" + text.replace("'", "''") + "'", "{\"S\":\"" + text + "\"}");
    }

    Twin number(int number) {
        return value("" + number, "{\"N\":\"" + number + "\"}");
    }

    /** ExpressionAttributeValues with all values so far, to follow other members; empty if there are none. */
    String bound() {
        return values.isEmpty() ? "" : ",\"ExpressionAttributeValues\":{" + String.join(",", values) + "}";
    }

    private Twin operand() {
        return random.nextBoolean()
                ? number(random.nextInt(4))
                : text(List.of("x", "it's", "").get(random.nextInt(3)));
    }

    private String path() {
        return List.of("n", "s", "tags", "m.x", "l[0]", "absent").get(random.nextInt(6));
    }

    Twin condition(int depth) {
        String path = path();
        return switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> compared(path, List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6)), operand());
            case 1 -> new Twin(path + " IS MISSING", "attribute_not_exists(" + path + ")");
            case 2 -> new Twin(path + " IS NOT MISSING", "attribute_exists(" + path + ")");
            case 3 -> called(random.nextBoolean() ? "begins_with" : "contains", path, text("x"));
            case 4 -> {
                int low = random.nextInt(3);
                Twin from = number(low);
                Twin to = number(low + random.nextInt(2));
                yield new Twin(
                        path + " BETWEEN " + from.where + " AND " + to.where,
                        path + " BETWEEN " + from.expression + " AND " + to.expression);
            }
            case 5 -> {
                Twin one = operand();
                Twin two = operand();
                yield new Twin(
                        path + " IN [" + one.where + ", " + two.where + "]",
                        path + " IN (" + one.expression + ", " + two.expression + ")");
            }
            case 6 -> compared("size(" + path + ")", ">", number(random.nextInt(3)));
            case 7 -> {
                Twin inner = condition(depth - 1);
                yield new Twin("NOT (" + inner.where + ")", "NOT (" + inner.expression + ")");
            }
            default -> {
                String operator = random.nextBoolean() ? ") AND (" : ") OR (";
                Twin left = condition(depth - 1);
                Twin right = condition(depth - 1);
                yield new Twin(
                        "(" + left.where + operator + right.where + ")",
                        "(" + left.expression + operator + right.expression + ")");
            }
        };
    }

    private static Twin compared(String left, String operator, Twin right) {
        return new Twin(left + " " + operator + " " + right.where, left + " " + operator + " " + right.expression);
    }

    private static Twin called(String function, String path, Twin argument) {
        return new Twin(
                function + "(" + path + ", " + argument.where + ")",
                function + "(" + path + ", " + argument.expression + ")");
    }
}
