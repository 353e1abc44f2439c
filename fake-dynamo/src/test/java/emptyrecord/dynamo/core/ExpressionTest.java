package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.expression.Bindings;
import emptyrecord.dynamo.core.expression.Condition;
import emptyrecord.dynamo.core.expression.ConditionEvaluator;
import emptyrecord.dynamo.core.expression.ConditionParser;
import emptyrecord.dynamo.core.expression.ExpressionKind;
import emptyrecord.dynamo.core.expression.Parsed;
import emptyrecord.dynamo.core.expression.Projection;
import emptyrecord.dynamo.core.expression.UpdateApplier;
import emptyrecord.dynamo.core.expression.UpdateExpression;
import emptyrecord.dynamo.core.expression.UpdateParser;
import emptyrecord.dynamo.core.value.AttributeValue;
import emptyrecord.dynamo.core.value.AttributeValue.Lst;
import emptyrecord.dynamo.core.value.AttributeValue.Mp;
import emptyrecord.dynamo.core.value.AttributeValue.SetOf;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final AttributeValue ONE = Numbers.parse("1");
    private static final AttributeValue TWO = Numbers.parse("2.0");
    private static final Item LEASE = new Item(Map.of(
            "id", new Str("d-1"),
            "epoch", TWO,
            "tags", new SetOf(AttributeValue.Type.SS, Set.of(new Str("a"), new Str("b"))),
            "hosts", new Lst(List.of(new Str("x"), new Str("y"), new Str("z"))),
            "doc", new Mp(Map.of("deep", new Mp(Map.of("n", ONE))))));
    private static final Bindings BOUND = new Bindings(
            Map.of("#n", "name.with.dots", "#d", "deep"),
            Map.of(":one", ONE, ":two", TWO, ":d", new Str("d-"), ":a", new Str("a"), ":ten", Numbers.parse("10")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "epoch = :two",
                "epoch <> :one",
                "absent <> :one",
                "epoch > :one AND epoch >= :two",
                "epoch BETWEEN :one AND :ten",
                "epoch IN (:one, :two)",
                "NOT epoch = :one",
                "attribute_exists(doc.#d.n) and attribute_not_exists(doc.nothing)",
                "begins_with(id, :d)",
                "contains(tags, :a) OR epoch = :one AND epoch = :ten",
                "size(hosts) > :two",
                "(epoch = :one OR epoch = :two) AND doc.deep.n = :one",
                "size(id) > :two",
            })
    void holds(String condition) {
        assertThat(test(condition)).as(condition).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absent = :one",
                "absent < :ten",
                "id < :one",
                "epoch = :a",
                "(contains(tags, :a) OR epoch = :one) AND epoch = :ten",
                "attribute_exists(hosts[3])",
                "#n = :one",
            })
    void doesNotHold(String condition) {
        assertThat(test(condition)).as(condition).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "epoch",
                "epoch = ",
                "epoch = :one AND",
                "((epoch = :one))",
                "status = :one",
                "epoch == :one",
                "size(epoch)",
                "if_not_exists(epoch, :one)",
                "nothing(epoch)",
                "a[x] = :one",
                "epoch = :one )",
                "@ = :one"
            })
    void isRefused(String condition) {
        assertThatThrownBy(() -> ConditionParser.parse(condition, ExpressionKind.CONDITION))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Invalid ConditionExpression: ");
    }

    @Test
    void deepNestingIsRefusedAndNotOverflowed() {
        assertThatThrownBy(() -> ConditionParser.parse("NOT ".repeat(1000) + "a = :a", ExpressionKind.CONDITION))
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> ConditionParser.parse("(".repeat(4000), ExpressionKind.CONDITION))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void placeholdersAreCheckedBothWays() {
        Parsed<Condition> parsed = ConditionParser.parse("#n = :one", ExpressionKind.CONDITION);
        assertThatThrownBy(() -> Bindings.NONE.check(List.of(parsed.references())))
                .hasMessage(
                        "Invalid ConditionExpression: An expression attribute name used in the document path is not "
                                + "defined; attribute name: #n");
        assertThatThrownBy(() -> BOUND.check(List.of(parsed.references())))
                .hasMessage("Value provided in ExpressionAttributeNames unused in expressions: keys: {#d}");
    }

    @Test
    void updatesReadTheItemAsItWas() {
        Item after = update("SET epoch = epoch + :one, epochBefore = epoch, doc.deep.m = if_not_exists(absent, :two), "
                + "hosts = list_append(hosts, hosts) REMOVE id");
        assertThat(after.get("epoch")).contains(Numbers.parse("3"));
        assertThat(after.get("epochBefore")).contains(TWO);
        assertThat(after.get("id")).isEmpty();
        assertThat(after.get("doc")).contains(new Mp(Map.of("deep", new Mp(Map.of("n", ONE, "m", TWO)))));
        assertThat(LEASE.get("doc")).contains(new Mp(Map.of("deep", new Mp(Map.of("n", ONE)))));
    }

    @Test
    void listElementsAreRemovedByTheirOldPositions() {
        assertThat(update("REMOVE hosts[0], hosts[1]").get("hosts")).contains(new Lst(List.of(new Str("z"))));
        assertThat(update("SET hosts[9] = :a").get("hosts"))
                .contains(new Lst(List.of(new Str("x"), new Str("y"), new Str("z"), new Str("a"))));
    }

    @Test
    void addAndDelete() {
        Bindings bindings = new Bindings(
                Map.of(),
                Map.of(":s", new SetOf(AttributeValue.Type.SS, Set.of(new Str("a"), new Str("c"))), ":n", ONE));
        Item added = UpdateApplier.apply(parse("ADD tags :s, checks :n, epoch :n"), LEASE, bindings);
        assertThat(added.get("tags"))
                .contains(new SetOf(AttributeValue.Type.SS, Set.of(new Str("a"), new Str("b"), new Str("c"))));
        assertThat(added.get("checks")).contains(ONE);
        assertThat(added.get("epoch")).contains(Numbers.parse("3"));
        Item deleted = UpdateApplier.apply(parse("DELETE tags :s"), LEASE, bindings);
        assertThat(deleted.get("tags")).contains(new SetOf(AttributeValue.Type.SS, Set.of(new Str("b"))));
    }

    @Test
    void wrongUpdatesAreRefused() {
        assertThatThrownBy(() -> update("SET a = absent")).hasMessageContaining("does not exist in the item");
        assertThatThrownBy(() -> update("SET absent.a = :one")).hasMessageContaining("invalid for update");
        assertThatThrownBy(() -> update("SET id = id + :one")).hasMessageContaining("incorrect data type");
        assertThatThrownBy(() -> update("ADD tags :a")).hasMessageContaining("operator: ADD, operand type: STRING");
        assertThatThrownBy(() -> parse("SET a = :one SET b = :one")).hasMessageContaining("can only be used once");
        assertThatThrownBy(() -> UpdateApplier.touched(parse("SET doc.a = :one, doc = :one"), BOUND))
                .hasMessageContaining("overlap");
    }

    @Test
    void projectionKeepsTheWayDown() {
        Projection projection = Projection.parse("doc.#d.n, hosts[2], hosts[0], absent")
                .expression()
                .resolve(BOUND);
        assertThat(projection.of(LEASE).attributes())
                .isEqualTo(Map.of(
                        "doc", new Mp(Map.of("deep", new Mp(Map.of("n", ONE)))),
                        "hosts", new Lst(List.of(new Str("x"), new Str("z")))));
    }

    private static boolean test(String condition) {
        return new ConditionEvaluator(LEASE.attributes(), BOUND, ExpressionKind.CONDITION)
                .test(ConditionParser.parse(condition, ExpressionKind.CONDITION).expression());
    }

    private static Item update(String expression) {
        return UpdateApplier.apply(parse(expression), LEASE, BOUND);
    }

    private static UpdateExpression parse(String expression) {
        return UpdateParser.parse(expression).expression();
    }
}
