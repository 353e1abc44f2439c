package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.ConditionEvaluator;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meaning of conditions: absence, types, precedence, functions; each line is an expression and its result. */
class ConditionSemanticsTest {

    private static final Map<String, AttributeValue> ITEM = Map.of(
            "n", Numbers.parse("7"),
            "word", new Str("planet"),
            "tags", new SetOf(AttributeValue.Type.NS, Set.of(Numbers.parse("1"), Numbers.parse("2"))),
            "hosts", new Lst(List.of(new Str("a"), Numbers.parse("2"))),
            "doc", new Mp(Map.of("k", new Str("v"))));

    private static final Bindings VALUES = new Bindings(
            Map.of("#n", "n", "#dots", "a.b"),
            Map.of(
                    ":7", Numbers.parse("7.00"),
                    ":9", Numbers.parse("9"),
                    ":10", Numbers.parse("10"),
                    ":2", Numbers.parse("2"),
                    ":s7", new Str("7"),
                    ":pla", new Str("pla"),
                    ":net", new Str("net"),
                    ":S", new Str("S"),
                    ":map", new Mp(Map.of("k", new Str("v")))));

    private static boolean holds(String condition) {
        return new ConditionEvaluator(ITEM, VALUES, ExpressionKind.CONDITION)
                .test(ConditionParser.parse(condition, ExpressionKind.CONDITION).expression());
    }

    /** Absent attributes are unequal to everything, each other not included, and are in no order. */
    @ParameterizedTest
    @CsvSource({
        "absent <> :7, true",
        "absent = :7, false",
        "absent <> absent2, true",
        "absent = absent2, false",
        "absent < :7, false",
        "NOT absent < :7, true",
        "absent IN (:7), false",
        "attribute_exists(absent), false",
        "attribute_not_exists(doc.absent), true",
        "attribute_exists(doc.k), true",
        "attribute_exists(hosts[1]), true",
        "attribute_exists(hosts[2]), false"
    })
    void absence(String condition, boolean expected) {
        assertThat(holds(condition)).isEqualTo(expected);
    }

    /** Numbers are compared by value, texts by bytes; different types are unequal and in no order. */
    @ParameterizedTest
    @CsvSource({
        "n = :7, true",
        "n = :s7, false",
        "n <> :s7, true",
        "n < :10, true",
        "n < :s7, false",
        "n >= :s7, false",
        "doc = :map, true",
        "hosts[1] = :2, true",
        "n BETWEEN :2 AND :9, true",
        "n BETWEEN :9 AND :10, false",
        "n BETWEEN :7 AND :7, true"
    })
    void types(String condition, boolean expected) {
        assertThat(holds(condition)).isEqualTo(expected);
    }

    /** NOT binds closer than AND, and AND closer than OR; words of the grammar are not case-sensitive. */
    @ParameterizedTest
    @CsvSource({
        "n = :7 OR n = :9 AND n = :10, true",
        "(n = :7 OR n = :9) AND n = :10, false",
        "NOT n = :9 AND n = :7, true",
        "NOT (n = :9 OR n = :7), false",
        "NOT n = :9 OR n = :10, true",
        "NOT NOT n = :7, true",
        "n = :7 or n = :9 and not n = :7, true",
        "n BETWEEN :2 AND :9 AND n = :7, true",
        "n = :9 OR n BETWEEN :2 AND :9 AND n = :10, false"
    })
    void precedence(String condition, boolean expected) {
        assertThat(holds(condition)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begins_with(word, :pla) | true",
                "begins_with(word, :net) | false",
                "begins_with(n, :s7) | false",
                "contains(word, :net) | true",
                "contains(tags, :2) | true",
                "contains(tags, :9) | false",
                "contains(hosts, :2) | true",
                "contains(absent, :2) | false",
                "attribute_type(word, :S) | true",
                "attribute_type(n, :S) | false",
                "size(word) < :7 | true",
                "size(hosts) = :2 | true",
                "size(tags) = :2 | true",
                "size(absent) = :2 | false",
                "#n IN (:2, :7, :9) | true",
                "attribute_exists(#dots) | false"
            })
    void functions(String condition, boolean expected) {
        assertThat(holds(condition)).isEqualTo(expected);
    }

    /** A reserved word needs a placeholder, in any case and at any depth; a name that only contains one does not. */
    @ParameterizedTest
    @CsvSource({"status", "STATUS", "Name", "user", "timestamp", "doc.values", "size"})
    void reservedWords(String name) {
        String last = name.substring(name.indexOf('.') + 1);
        assertThatThrownBy(() -> ConditionParser.parse(name + " = :v", ExpressionKind.CONDITION))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: " + last);
    }

    @Test
    void aNameThatContainsAReservedWordIsFree() {
        assertThat(ConditionParser.parse("status_code = :v AND username = :v", ExpressionKind.CONDITION))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n = | token: \"<EOF>\", near: \"n =\"",
                "n == :v | token: \"=\", near: \"n == :v\"",
                "n IN () | token: \")\", near: \"n IN ()\"",
                "n BETWEEN :v | token: \"<EOF>\", near: \"n BETWEEN :v\"",
                "n = :v AND | token: \"<EOF>\", near: \"n = :v AND\"",
                "l[x] = :v | token: \"x\", near: \"l[x] = :v\""
            })
    void aSyntaxErrorNamesItsTokenAndWhatIsNear(String condition, String where) {
        assertThatThrownBy(() -> ConditionParser.parse(condition, ExpressionKind.CONDITION))
                .hasMessage("Invalid ConditionExpression: Syntax error; " + where);
    }
}
