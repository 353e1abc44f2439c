package emptyrecord.dynamo;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Mutation;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DynamoDB's expressions by chance: from their grammar (developer guide, "Expressions"), some of them mutated. */
record ExpressionsByChance(Chance chance) {

    String condition() {
        return mutated(condition(chance.oneIn(40) ? 40 : 3));
    }

    String update() {
        return mutated(
                IntStream.range(0, chance.between(1, 3)).mapToObj(i -> clause()).collect(Collectors.joining(" ")));
    }

    String projection() {
        return mutated(
                IntStream.range(0, chance.between(1, 4)).mapToObj(i -> path()).collect(Collectors.joining(", ")));
    }

    String keyCondition() {
        String range =
                chance.of("", " AND sk = :n", " AND sk BETWEEN :n AND :m", " AND sk > :n", " AND begins_with(sk, :s)");
        return mutated(chance.of("pk", "#p") + " = :s" + range);
    }

    private String mutated(String expression) {
        if (!chance.oneIn(4)) {
            return expression;
        }
        if (chance.oneIn(3)) {
            return expression.replaceFirst("\\w+", Odd.any(chance).replaceAll("[\\\\$]", ""));
        }
        byte[] bytes = Mutation.of(expression.getBytes(StandardCharsets.UTF_8), chance);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String condition(int depth) {
        return switch (depth <= 0 ? chance.below(5) : chance.below(9)) {
            case 0 -> operand() + " " + chance.of("=", "<>", "<", "<=", ">", ">=") + " " + operand();
            case 1 -> chance.of("attribute_exists", "attribute_not_exists") + "(" + path() + ")";
            case 2 -> "attribute_type(" + path() + ", :s)";
            case 3 -> chance.of("begins_with", "contains") + "(" + path() + ", " + operand() + ")";
            case 4 -> operand() + " IN (" + values(chance.oneIn(20) ? 101 : 3) + ")";
            case 5 -> operand() + " BETWEEN " + operand() + " AND " + operand();
            case 6 -> "(" + condition(depth - 1) + ")";
            case 7 -> "NOT " + condition(depth - 1);
            default -> condition(depth - 1) + chance.of(" AND ", " OR ", " and ") + condition(depth - 4);
        };
    }

    private String values(int count) {
        return IntStream.range(0, count).mapToObj(i -> operand()).collect(Collectors.joining(", "));
    }

    private String operand() {
        return chance.oneIn(8) ? "size(" + path() + ")" : chance.oneIn(2) ? path() : value();
    }

    private String value() {
        return chance.of(":s", ":n", ":m", ":l", ":x");
    }

    private String path() {
        String root = chance.of("a", "n", "l", "m", "#p", "#q", "pk", "sk", chance.oneIn(10) ? "name" : "b");
        return switch (chance.below(6)) {
            case 0 -> root + "[" + (chance.oneIn(4) ? Odd.number(chance) : "0") + "]";
            case 1 -> root + "." + chance.of("x", "#q", "y.z");
            case 2 -> root + (chance.oneIn(10) ? "[0]".repeat(40) : "[1].x");
            default -> root;
        };
    }

    private String clause() {
        return switch (chance.below(4)) {
            case 0 -> "REMOVE " + path();
            case 1 -> "ADD " + path() + " " + value();
            case 2 -> "DELETE " + path() + " " + value();
            default ->
                "SET " + path() + " = " + assigned() + (chance.oneIn(3) ? ", " + path() + " = " + assigned() : "");
        };
    }

    private String assigned() {
        return switch (chance.below(4)) {
            case 0 -> operand() + chance.of(" + ", " - ") + operand();
            case 1 -> "if_not_exists(" + path() + ", " + operand() + ")";
            case 2 -> "list_append(" + operand() + ", " + operand() + ")";
            default -> operand();
        };
    }
}
