package emptyrecord.route53.core;

import static emptyrecord.route53.core.Batches.ID;
import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.dns;
import static emptyrecord.route53.core.Batches.refused;
import static emptyrecord.route53.core.Batches.upsert;
import static emptyrecord.route53.core.Batches.zone;
import static emptyrecord.route53.core.Failover.Role.PRIMARY;
import static emptyrecord.route53.core.Failover.Role.SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Developer Guide, "How Amazon Route 53 chooses records when health checking is configured". */
class RoutingTest {

    private static final int ASKED = 300;

    /** The last numbers of all addresses that are answered, and of those that are possible. */
    private static Set<Integer> answers(ZoneData zone, String name, String... unhealthy) {
        Zones zones = Zones.of(List.of(zone));
        Health health = id -> !List.of(unhealthy).contains(id);
        SplittableRandom random = new SplittableRandom(7);
        Set<Integer> answered = new TreeSet<>();
        for (int i = 0; i < ASKED; i++) {
            if (new AnswerFunction(zones, health, random).answer(dns(name), Type.A) instanceof DnsResult.Found found) {
                found.answers().forEach(record -> answered.add(last(record)));
            }
        }
        Set<Integer> possible = new TreeSet<>();
        Reach.of(zones, health, new Reach.Question(RecordName.parse(name), RecordType.A))
                .records()
                .forEach(record -> possible.add(last(record)));
        assertThat(possible).as("Reach follows the same rules").isEqualTo(answered);
        return answered;
    }

    private static int last(Record record) {
        String text = record.rdataToString();
        return Integer.parseInt(text.substring(text.lastIndexOf('.') + 1));
    }

    private static RecordSetSpec address(String name, int number) {
        return a(name + ".db.test", "10.0.0." + number);
    }

    private static ZoneData weighted(int one, int two, int three) {
        return accepted(
                zone(),
                create(address("w", 1).weighted("1", one).checkedBy("h1")),
                create(address("w", 2).weighted("2", two).checkedBy("h2")),
                create(address("w", 3).weighted("3", three).checkedBy("h3")));
    }

    /** The first table of the guide's page "Weighted routing": records of weight 1, 1 and 0, all with health checks. */
    @ParameterizedTest
    @CsvSource({
        "h1 h2, 3",
        "h1 h2 h3, 1 2",
        "h1 h3, 2",
        "h3, 1 2",
        "none, 1 2",
    })
    void aWeightOfZeroAnswersWhenNoOtherIsHealthy(String unhealthy, String expected) {
        assertThat(answers(weighted(1, 1, 0), "w.db.test", unhealthy.split(" ")))
                .containsExactlyElementsOf(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource({"h1, 2 3", "h1 h2, 3", "h1 h2 h3, 1 2 3", "none, 1 2 3"})
    void whenAllWeightsAreZeroTheHealthyOnesAreAlike(String unhealthy, String expected) {
        assertThat(answers(weighted(0, 0, 0), "w.db.test", unhealthy.split(" ")))
                .containsExactlyElementsOf(numbers(expected));
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }

    /** The second table: the record of weight 0 has no health check, so it is always healthy. */
    @Test
    void aRecordWithoutAHealthCheckIsHealthy() {
        ZoneData zone = accepted(
                zone(),
                create(address("w", 1).weighted("1", 1).checkedBy("h1")),
                create(address("w", 2).weighted("2", 1).checkedBy("h2")),
                create(address("w", 3).weighted("3", 0)));
        assertThat(answers(zone, "w.db.test", "h1", "h2")).containsExactly(3);
        assertThat(answers(zone, "w.db.test", "h1")).containsExactly(2);
        assertThat(answers(zone, "w.db.test")).containsExactly(1, 2);
    }

    @Test
    void theSharesOfTheHealthyOnesAreByTheirWeights() {
        ZoneData zone = weighted(10, 20, 30);
        SplittableRandom random = new SplittableRandom(5);
        Health health = id -> !id.equals("h3");
        int first = 0;
        for (int i = 0; i < 6000; i++) {
            DnsResult.Found found = (DnsResult.Found)
                    new AnswerFunction(Zones.of(List.of(zone)), health, random).answer(dns("w.db.test"), Type.A);
            first += last(found.answers().getFirst()) == 1 ? 1 : 0;
        }
        assertThat(first).isBetween(1850, 2150);
    }

    /** A simple record set is answered whatever its health check says: there is no other to choose. */
    @Test
    void aSimpleRecordSetIsAlwaysAnswered() {
        ZoneData zone = accepted(
                zone(),
                create(address("s", 1).checkedBy("h1")),
                create(address("one", 2).weighted("only", 5).checkedBy("h1")));
        assertThat(answers(zone, "s.db.test", "h1")).containsExactly(1);
        assertThat(answers(zone, "one.db.test", "h1")).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"none, 1", "h1, 2", "h1 h2, 1", "h2, 1"})
    void thePrimaryAnswersUnlessTheSecondaryAloneIsHealthy(String unhealthy, int expected) {
        ZoneData zone = accepted(
                zone(),
                create(address("f", 2).failover("a", SECONDARY).checkedBy("h2")),
                create(address("f", 1).failover("b", PRIMARY).checkedBy("h1")));
        assertThat(answers(zone, "f.db.test", unhealthy.split(" "))).containsExactly(expected);
    }

    @Test
    void aLoneSecondaryAnswersAndASecondaryWithoutAHealthCheckIsHealthy() {
        ZoneData lone =
                accepted(zone(), create(address("f", 2).failover("b", SECONDARY).checkedBy("h2")));
        assertThat(answers(lone, "f.db.test", "h2")).containsExactly(2);
        ZoneData both = accepted(
                zone(),
                create(address("f", 1).failover("a", PRIMARY).checkedBy("h1")),
                create(address("f", 2).failover("b", SECONDARY)));
        assertThat(answers(both, "f.db.test", "h1")).containsExactly(2);
    }

    @Test
    void anAliasIsAsHealthyAsTheBestOfItsTarget() {
        ZoneData zone = accepted(
                zone(),
                create(address("east", 1).weighted("1", 1).checkedBy("h1")),
                create(address("east", 2).weighted("2", 1).checkedBy("h2")),
                create(address("west", 3)),
                create(alias("f.db.test", "east.db.test")
                        .evaluatingTargetHealth()
                        .failover("e", PRIMARY)),
                create(alias("f.db.test", "west.db.test")
                        .evaluatingTargetHealth()
                        .failover("w", SECONDARY)),
                create(alias("blind.db.test", "east.db.test").failover("e", PRIMARY)),
                create(alias("blind.db.test", "west.db.test").failover("w", SECONDARY)));
        assertThat(answers(zone, "f.db.test")).containsExactly(1, 2);
        assertThat(answers(zone, "f.db.test", "h1")).containsExactly(2);
        assertThat(answers(zone, "f.db.test", "h1", "h2")).containsExactly(3);
        assertThat(answers(zone, "blind.db.test", "h1", "h2"))
                .as("without EvaluateTargetHealth an ALIAS is healthy, and its target's records all count as healthy")
                .containsExactly(1, 2);
    }

    @Test
    void anAliasWithAHealthCheckOfItsOwnNeedsBoth() {
        ZoneData zone = accepted(
                zone(),
                create(address("east", 1).checkedBy("h1")),
                create(address("west", 3)),
                create(alias("f.db.test", "east.db.test")
                        .evaluatingTargetHealth()
                        .failover("e", PRIMARY)
                        .checkedBy("h2")),
                create(alias("f.db.test", "west.db.test").failover("w", SECONDARY)));
        assertThat(answers(zone, "f.db.test")).containsExactly(1);
        assertThat(answers(zone, "f.db.test", "h1")).containsExactly(3);
        assertThat(answers(zone, "f.db.test", "h2")).containsExactly(3);
    }

    /** F38, F39: a flip's ALIAS has no sibling, so EvaluateTargetHealth changes nothing; in a pair it does. */
    @Test
    void aDeletedTargetIsUnhealthyOnlyWhereThereIsAChoice() {
        ZoneData before = accepted(
                zone(),
                create(address("plan", 1)),
                create(address("other", 2)),
                create(alias("db.test", "plan.db.test").evaluatingTargetHealth()),
                create(alias("f.db.test", "plan.db.test")
                        .evaluatingTargetHealth()
                        .weighted("p", 9)),
                create(alias("f.db.test", "other.db.test")
                        .evaluatingTargetHealth()
                        .weighted("o", 1)));
        assertThat(answers(before, "db.test")).containsExactly(1);
        assertThat(answers(before, "f.db.test")).containsExactly(1, 2);
        ZoneData emptied = accepted(before, delete(address("plan", 1)));
        assertThat(answers(emptied, "db.test")).isEmpty();
        assertThat(answers(emptied, "f.db.test")).containsExactly(2);
    }

    /** Three regions behind one name, each a failover pair: when a whole branch is unhealthy another one is taken. */
    @Test
    void aWholeBranchIsLeft() {
        ZoneData zone = accepted(
                zone(),
                create(address("e", 1).failover("p", PRIMARY).checkedBy("h1")),
                create(address("e", 2).failover("s", SECONDARY).checkedBy("h2")),
                create(address("x", 3).failover("p", PRIMARY).checkedBy("h3")),
                create(address("x", 4).failover("s", SECONDARY).checkedBy("h4")),
                create(alias("top.db.test", "e.db.test")
                        .evaluatingTargetHealth()
                        .weighted("e", 1)),
                create(alias("top.db.test", "x.db.test")
                        .evaluatingTargetHealth()
                        .weighted("x", 1)));
        assertThat(answers(zone, "top.db.test")).containsExactly(1, 3);
        assertThat(answers(zone, "top.db.test", "h1")).containsExactly(2, 3);
        assertThat(answers(zone, "top.db.test", "h1", "h2")).containsExactly(3);
        assertThat(answers(zone, "top.db.test", "h1", "h2", "h3", "h4")).containsExactly(1, 3);
    }

    /** It answers nothing, as without health checks; what matters is that the question ends. */
    @Test
    void aCircleOfAliasesEnds() {
        ZoneData zone = accepted(zone(), create(address("one", 1)), create(address("two", 2)));
        ZoneData circle = accepted(
                accepted(
                        accepted(zone, delete(address("one", 1))),
                        create(alias("one.db.test", "two.db.test")
                                .evaluatingTargetHealth()
                                .weighted("a", 1)),
                        create(address("one", 3).weighted("b", 0))),
                delete(address("two", 2)),
                create(alias("two.db.test", "one.db.test")
                        .evaluatingTargetHealth()
                        .weighted("a", 1)));
        assertThat(answers(circle, "one.db.test")).isEmpty();
    }

    @Test
    void thereIsOnePrimaryAndOneSecondaryAndNoOtherPolicyBesideThem() {
        ZoneData zone = accepted(
                zone(),
                create(address("f", 1).failover("a", PRIMARY)),
                create(address("f", 2).failover("b", SECONDARY)));
        assertThat(refused(zone, create(address("f", 3).failover("c", PRIMARY))))
                .singleElement()
                .asString()
                .contains("SetIdentifier c cannot be created", "SetIdentifier a is the failover PRIMARY");
        for (RecordSetSpec other : List.of(address("f", 3).weighted("c", 1), address("f", 3))) {
            assertThat(refused(zone, create(other))).singleElement().asString().contains("different routing policy");
        }
        assertThat(accepted(zone, upsert(address("f", 9).failover("a", PRIMARY))))
                .satisfies(next -> assertThat(answers(next, "f.db.test")).containsExactly(9));
    }

    @Test
    void aDeleteNamesThePolicyAndTheHealthCheck() {
        RecordSetSpec made = address("f", 1).failover("a", PRIMARY).checkedBy("h1");
        ZoneData zone = accepted(zone(), create(made));
        for (RecordSetSpec other : List.of(
                address("f", 1).failover("a", PRIMARY),
                address("f", 1).failover("a", SECONDARY).checkedBy("h1"),
                address("f", 1).failover("a", PRIMARY).checkedBy("h2"))) {
            assertThat(refused(zone, delete(other)))
                    .singleElement()
                    .asString()
                    .contains("the values provided do not match");
        }
        assertThat(accepted(zone, delete(made)).isBare()).isTrue();
        assertThat(zone.sets(RecordName.parse("f.db.test"), RecordType.A)
                        .getFirst()
                        .toSpec()
                        .alias())
                .isEmpty();
        assertThat(zone.id()).isEqualTo(ID);
    }
}
