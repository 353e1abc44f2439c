package emptyrecord.dynamo;

import static emptyrecord.dynamo.JsonByChance.text;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Mutation;
import emptyrecord.kit.testkit.fuzz.Odd;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of the operations with PartiQL statements, by chance: from their grammar, some of them mutated. */
record StatementRequests(Chance chance, JsonByChance json) {

    String body(String operation) {
        return switch (operation) {
            case "ExecuteStatement" ->
                json.object(
                        json.member("Statement", text(statement())),
                        parameters(),
                        json.maybe(3, "Limit", chance.oneIn(3) ? Odd.number(chance) : "2"),
                        json.maybe(8, "NextToken", text(Odd.text(chance))),
                        json.maybe(4, "ConsistentRead", chance.of("true", "false")),
                        json.maybe(6, "ReturnConsumedCapacity", text(chance.of("TOTAL", "INDEXES", "x"))));
            case "BatchExecuteStatement" -> json.object(json.member("Statements", many()));
            default ->
                json.object(
                        json.member("TransactStatements", many()),
                        json.maybe(3, "ClientRequestToken", text(chance.word())));
        };
    }

    private String many() {
        int count = chance.oneIn(30) ? 120 : chance.below(5);
        return json.array(count, () -> json.object(json.member("Statement", text(statement())), parameters()));
    }

    private String parameters() {
        return json.maybe(3, "Parameters", json.array(chance.below(4), () -> json.value(0)));
    }

    private String statement() {
        String statement = switch (chance.below(6)) {
            case 0 ->
                "INSERT INTO " + table() + " VALUE {'pk':'" + key() + "','sk':" + chance.below(3) + ",'a':" + value(2)
                        + "}";
            case 1 -> "UPDATE " + table() + changes() + " WHERE " + where() + returning();
            case 2 -> "DELETE FROM " + table() + " WHERE " + where() + returning();
            case 3 -> "EXISTS(SELECT * FROM " + table() + " WHERE " + where() + ")";
            default ->
                "SELECT " + chance.of("*", "*", path(), path() + ", " + path()) + " FROM " + table()
                        + chance.of("", "", ".\"by-n\"") + " WHERE " + where()
                        + chance.of("", "", " ORDER BY sk DESC", " ORDER BY " + path());
        };
        if (!chance.oneIn(4)) {
            return statement;
        }
        byte[] bytes = Mutation.of(statement.getBytes(StandardCharsets.UTF_8), chance);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String table() {
        return chance.of("\"fuzz\"", "fuzz", chance.oneIn(9) ? "none" : "\"fuzz\"");
    }

    private String key() {
        return chance.of("a", "b", "c");
    }

    private String returning() {
        return chance.of("", "", " RETURNING ALL OLD *", " RETURNING MODIFIED NEW *", " RETURNING ALL NEW *");
    }

    private String changes() {
        return IntStream.range(0, chance.between(1, 3))
                .mapToObj(i -> switch (chance.below(5)) {
                    case 0 -> " REMOVE " + path();
                    case 1 -> " SET " + path() + " = list_append(" + path() + ", [" + value(1) + "])";
                    case 2 -> " SET a = set_add(a, <<'x'>>)";
                    case 3 -> " SET n = n + " + value(0);
                    default -> " SET " + path() + " = " + value(2);
                })
                .collect(Collectors.joining());
    }

    private String where() {
        String whole = "pk = " + (chance.oneIn(9) ? value(0) : "'" + key() + "'") + " AND sk = " + chance.below(3);
        return switch (chance.below(5)) {
            case 0 -> condition(3);
            case 1 -> whole + " AND " + condition(2);
            case 2 -> "pk IN ['a', 'b'] AND sk > " + value(0);
            default -> whole;
        };
    }

    private String condition(int depth) {
        return switch (depth <= 0 ? chance.below(6) : chance.below(9)) {
            case 0 -> path() + chance.of(" = ", " <> ", " != ", " < ", " >= ") + value(1);
            case 1 -> path() + chance.of(" IS MISSING", " IS NOT MISSING", " IS NULL");
            case 2 -> chance.of("begins_with", "contains", "attribute_type", "nothing") + "(" + path() + ", 'S')";
            case 3 -> path() + " IN [" + value(0) + ", " + value(0) + "]";
            case 4 -> path() + chance.of(" BETWEEN ", " NOT BETWEEN ") + value(0) + " AND " + value(0);
            case 5 -> "size(" + path() + ") > " + chance.below(4);
            case 6 -> "(" + condition(depth - 1) + ")";
            case 7 -> "NOT " + condition(depth - 1);
            default -> condition(depth - 1) + chance.of(" AND ", " OR ") + condition(depth - 2);
        };
    }

    private String path() {
        return chance.of("a", "n", "m.x", "l[0]", "\"a\"", "m['y']", "pk", chance.oneIn(9) ? "select" : "b");
    }

    private String value(int depth) {
        return switch (chance.below(depth > 0 ? 9 : 6)) {
            case 0 -> "'" + (chance.oneIn(5) ? Odd.text(chance).replace("'", "''") : chance.word()) + "'";
            case 1 -> chance.oneIn(6) ? Odd.number(chance) : "" + chance.below(100);
            case 2 -> chance.of("true", "null", "FALSE");
            case 3 -> "?";
            case 4 -> "-1.5";
            case 5 -> "''";
            case 6 -> "[" + value(depth - 1) + ", " + value(depth - 1) + "]";
            case 7 -> "{'x': " + value(depth - 1) + "}";
            default -> chance.of("<<'x', 'y'>>", "<<1, 2>>", "<<>>", "<<1, 'x'>>", "[".repeat(40));
        };
    }
}
