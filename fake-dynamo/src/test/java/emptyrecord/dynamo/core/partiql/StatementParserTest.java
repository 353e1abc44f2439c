package emptyrecord.dynamo.core.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.partiql.Statement.Returning;
import emptyrecord.dynamo.core.table.TableSchema;
import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import emptyrecord.dynamo.core.table.Write;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Bool;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.Nul;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import emptyrecord.dynamo.core.value.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and what they mean, without a table's items. */
class StatementParserTest {

    private static final TableSchema MUSIC = new TableSchema(
            "Music",
            new KeyAttribute("Artist", Type.S),
            Optional.of(new KeyAttribute("SongTitle", Type.S)),
            Instant.EPOCH);

    private static Statement parse(String text, AttributeValue... parameters) {
        return StatementParser.parse(text, List.of(parameters));
    }

    private static KeyedWhere where(String condition, AttributeValue... parameters) {
        Statement.Select select = (Statement.Select) parse("SELECT * FROM Music WHERE " + condition, parameters);
        return KeyedWhere.of(select.where(), select.bindings(), MUSIC);
    }

    @Test
    void anItemHasValuesOfEachTypeThatHasALiteral() {
        Statement.Insert insert = (Statement.Insert) parse(
                "insert into \"Music\" value {'s':'it''s', 'n':-1.50, 't':TRUE, 'z':null, 'l':[1,'x',[]], 'm':{'a':?},"
                        + " 'set':<<'x','y'>>}",
                new Str("parameter"));
        assertThat(insert.table()).isEqualTo("Music");
        assertThat(insert.item().attributes())
                .isEqualTo(Map.of(
                        "s", new Str("it's"),
                        "n", Numbers.parse("-1.5"),
                        "t", new Bool(true),
                        "z", new Nul(),
                        "l", new Lst(List.of(Numbers.parse("1"), new Str("x"), new Lst(List.of()))),
                        "m", new Mp(Map.of("a", new Str("parameter"))),
                        "set", new SetOf(Type.SS, Set.of(new Str("x"), new Str("y")))));
    }

    @Test
    void aClauseWithTheHashKeyNamesPartitionsAndOneWithoutItNamesNone() {
        assertThat(where("Artist = 'a'").hashes()).containsExactly(new Str("a"));
        assertThat(where("'a' = \"Artist\"").hashes()).containsExactly(new Str("a"));
        assertThat(where("Artist IN ['a', ?]", new Str("b")).hashes()).containsExactly(new Str("a"), new Str("b"));
        assertThat(where("Artist = 'a' OR Artist = 'b'").hashes()).containsExactly(new Str("a"), new Str("b"));
        assertThat(where("Artist = 'a' OR SongTitle = 'b'").hashes()).isEmpty();
        assertThat(where("Artist > 'a'").hashes()).isEmpty();
        assertThat(where("NOT Artist = 'a'").hashes()).isEmpty();
        assertThat(where("Artist.x = 'a'").hashes()).isEmpty();
    }

    @Test
    void aConditionOnTheRangeKeyBoundsThePartitionAndTheRestIsTested() {
        KeyedWhere where = where("begins_with(SongTitle, 'x') AND Artist = 'a' AND SongTitle <> 'xy' AND n = 1");
        assertThat(where.range()).containsInstanceOf(Condition.BeginsWith.class);
        assertThat(where.rest()).containsInstanceOf(Condition.And.class);
        assertThat(where("n = 1 AND SongTitle = 'b'").range())
                .as("without a partition")
                .isEmpty();
    }

    @Test
    void aWriteNamesOneItemByItsWholeKey() {
        Write write = StatementWrites.of(
                parse("UPDATE Music SET a = 1 SET b = b + 1 REMOVE c, d WHERE SongTitle = 's' AND Artist = 'a'"
                        + " RETURNING MODIFIED OLD *"),
                MUSIC);
        assertThat(write.action()).isInstanceOfSatisfying(Write.Update.class, update -> {
            assertThat(update.key()).isEqualTo(Map.of("Artist", new Str("a"), "SongTitle", new Str("s")));
            assertThat(update.update().orElseThrow().sets()).hasSize(2);
            assertThat(update.update().orElseThrow().removes()).hasSize(2);
        });
        for (String where : List.of("Artist = 'a'", "Artist IN ['a','b'] AND SongTitle = 's'", "SongTitle = 's'")) {
            assertThatThrownBy(() -> StatementWrites.of(parse("DELETE FROM Music WHERE " + where), MUSIC))
                    .hasMessage("Where clause does not contain a mandatory equality on all key attributes");
        }
    }

    @Test
    void setsChangeByFunctions() {
        Statement.Update update = (Statement.Update) parse(
                "UPDATE t SET s = set_add(s, <<1>>) SET r = SET_DELETE(r, <<'x'>>) WHERE id = 1 RETURNING ALL NEW *");
        assertThat(update.update().adds()).hasSize(1);
        assertThat(update.update().deletes()).hasSize(1);
        assertThat(update.returning()).isEqualTo(Returning.ALL_NEW);
        assertThatThrownBy(() -> parse("UPDATE t SET s = set_add(r, <<1>>) WHERE id = 1"))
                .hasMessageContaining("change the attribute that they are assigned to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "SELECT * FROM",
                "SELECT * FROM t WHERE",
                "SELECT * FROM t WHERE a",
                "SELECT * FROM t WHERE a = ",
                "SELECT * FROM t WHERE a = 'x",
                "SELECT * FROM t WHERE a IS 1",
                "SELECT * FROM t WHERE 1 IS MISSING",
                "SELECT * FROM t WHERE (a = 1",
                "SELECT * FROM t ORDER a",
                "SELECT * FROM t;",
                "SELECT a AS b FROM t",
                "SELECT * FROM select",
                "SELECT * FROM t WHERE a NOT = 1",
                "INSERT INTO t VALUE 1",
                "INSERT INTO t VALUE {'a':1,'a':2}",
                "INSERT INTO t VALUE {a:1}",
                "UPDATE t WHERE a = 1",
                "UPDATE t SET a WHERE b = 1",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "DELETE t WHERE a = 1",
                "DROP TABLE t",
                "EXISTS(UPDATE t SET a = 1 WHERE b = 1)",
                "SELECT * FROM t WHERE a[x] = 1",
                "SELECT * FROM t WHERE a[9999999] = 1",
                "UPDATE t SET a = --1 WHERE b = 1"
            })
    void whatIsNotWellFormedIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> parse(text))
                .as(text)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Statement wasn't well formed, can't be processed: ");
    }

    @Test
    void whatTheServiceDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> parse("SELECT count(*) FROM t")).hasMessageContaining("Unsupported function");
        assertThatThrownBy(() -> parse("SELECT * FROM t WHERE upper(a) = 'A'"))
                .hasMessage("Unsupported function: upper");
        assertThatThrownBy(() -> parse("DELETE FROM t WHERE id = 1 RETURNING ALL NEW *"))
                .hasMessage("A DELETE returns ALL OLD * or nothing");
        assertThatThrownBy(() -> parse("SELECT * FROM t WHERE " + "NOT ".repeat(200) + "a = 1"))
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> parse("INSERT INTO t VALUE {'a':" + "[".repeat(40) + "]".repeat(40) + "}"))
                .hasMessage("Nesting Levels have exceeded supported limits");
        assertThatThrownBy(() -> where("Artist IN [" + "'a',".repeat(100) + "'b']"))
                .hasMessageContaining("IN operator has 101");
        assertThatThrownBy(() -> where("a=1" + " OR a=1".repeat(1000))).hasMessageContaining("more than 300 operators");
        assertThat(where("a=1" + " OR a=1".repeat(149))).isNotNull();
    }

    @Test
    void aParameterIsAsDeepAsTheLiteralAroundIt() {
        AttributeValue deep = new Nul();
        for (int levels = 1; levels < 20; levels++) {
            deep = new Lst(List.of(deep));
        }
        AttributeValue parameter = deep;
        assertThat(parse("INSERT INTO t VALUE {'a':" + "[".repeat(12) + "?" + "]".repeat(12) + "}", parameter))
                .isNotNull();
        assertThatThrownBy(() ->
                        parse("INSERT INTO t VALUE {'a':" + "[".repeat(13) + "?" + "]".repeat(13) + "}", parameter))
                .hasMessage("Nesting Levels have exceeded supported limits");
    }

    /** Otherwise an answer may be a thousand times as long as an item. */
    @Test
    void columnsDoNotOverlap() {
        for (String columns : List.of("l[0], l[0]", "m, m.x", "a, \"a\"")) {
            assertThatThrownBy(() -> parse("SELECT " + columns + " FROM t"))
                    .as(columns)
                    .hasMessageContaining("Two document paths overlap with each other");
        }
    }

    @Test
    void thereAreAsManyParametersAsQuestionMarks() {
        String differ = "Number of parameters in request and statement don't match.";
        assertThatThrownBy(() -> parse("SELECT * FROM t WHERE a = ?")).hasMessage(differ);
        assertThatThrownBy(() -> parse("SELECT * FROM t WHERE a = ?", new Nul(), new Nul()))
                .hasMessage(differ);
    }
}
