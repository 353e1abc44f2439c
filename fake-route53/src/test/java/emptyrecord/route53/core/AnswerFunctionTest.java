package emptyrecord.route53.core;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.dns;
import static emptyrecord.route53.core.Batches.tree;
import static emptyrecord.route53.core.Batches.txt;
import static emptyrecord.route53.core.Batches.upsert;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class AnswerFunctionTest {

    private final SplittableRandom random = new SplittableRandom(1);

    private DnsResult ask(ZoneData zone, String name, int type) {
        return new AnswerFunction(Zones.of(List.of(zone)), random).answer(dns(name), type);
    }

    private static ZoneData live() {
        return accepted(accepted(zone(), tree("plan-1", 3)), create(alias("db.test", "plan-1.db.test")));
    }

    @Test
    void theApexAnswersOneLeafUnderItsOwnNameByWeight() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            DnsResult.Found found = (DnsResult.Found) ask(live(), "db.test", Type.A);
            Record only = found.answers().getFirst();
            assertThat(found.answers()).hasSize(1);
            assertThat(only.getName()).isEqualTo(dns("db.test"));
            seen.merge(only.rdataToString(), 1, Integer::sum);
        }
        assertThat(seen.get("127.0.1.10")).isBetween(850, 1150);
        assertThat(seen.get("127.0.2.10")).isBetween(1850, 2150);
        assertThat(seen.get("127.0.3.10")).isBetween(2850, 3150);
    }

    @Test
    void zeroWeightsAreNeverPickedUnlessAllAre() {
        ZoneData zone = accepted(
                zone(),
                create(a("w.db.test", "10.0.0.1").weighted("one", 0)),
                create(a("w.db.test", "10.0.0.2").weighted("two", 1)),
                create(a("z.db.test", "10.0.0.1").weighted("one", 0)),
                create(a("z.db.test", "10.0.0.2").weighted("two", 0)));
        Zones zones = Zones.of(List.of(zone));

        assertThat(addresses(zone, "w.db.test")).containsOnly("10.0.0.2");
        assertThat(addresses(zone, "z.db.test")).contains("10.0.0.1", "10.0.0.2");
        assertThat(Reach.of(zones, RecordName.parse("w.db.test"), RecordType.A).size())
                .isEqualTo(1);
        assertThat(Reach.of(zones, RecordName.parse("z.db.test"), RecordType.A).size())
                .isEqualTo(2);
    }

    private List<String> addresses(ZoneData zone, String name) {
        return Stream.generate(() -> ask(zone, name, Type.A))
                .limit(100)
                .flatMap(r -> ((DnsResult.Found) r).answers().stream())
                .map(Record::rdataToString)
                .toList();
    }

    @Test
    void aSetOfManyAddressesIsAnsweredWholeAndTurned() {
        ZoneData zone = accepted(zone(), create(a("m.db.test", "10.0.0.1", "10.0.0.2", "10.0.0.3")));
        assertThat(((DnsResult.Found) ask(zone, "m.db.test", Type.A)).answers()).hasSize(3);
        assertThat(Stream.generate(() -> (DnsResult.Found) ask(zone, "m.db.test", Type.A))
                        .limit(50)
                        .map(f -> f.answers().getFirst().rdataToString())
                        .distinct())
                .hasSize(3);
    }

    /** F38: the name exists, its target does not: NOERROR with zero answers, for A and AAAA. */
    @Test
    void aDanglingAliasAnswersNothingButExists() {
        ZoneData target = accepted(zone(), create(a("plan-1.db.test", "10.0.0.1")));
        ZoneData dangling = accepted(
                accepted(target, create(alias("db.test", "plan-1.db.test"))), delete(a("plan-1.db.test", "10.0.0.1")));

        assertThat(ask(dangling, "db.test", Type.A)).isInstanceOfSatisfying(DnsResult.Empty.class, empty -> {
            assertThat(empty.soa()).isPresent();
            assertThat(empty.soa().orElseThrow().getTTL()).isEqualTo(900);
        });
        assertThat(ask(dangling, "db.test", Type.AAAA)).isInstanceOf(DnsResult.Empty.class);
        assertThat(Reach.of(Zones.of(List.of(dangling)), RecordName.parse("db.test"), RecordType.A)
                        .size())
                .isZero();
    }

    @Test
    void noDataIsToldFromAMissingNameAndAForeignOne() {
        assertThat(ask(live(), "lb-0.plan-1.db.test", Type.TXT)).isInstanceOf(DnsResult.Empty.class);
        assertThat(ask(live(), "nothing.db.test", Type.A)).isInstanceOf(DnsResult.NoSuchName.class);
        assertThat(ask(live(), "example.test", Type.A)).isInstanceOf(DnsResult.NotOurs.class);
        ZoneData deep = accepted(zone(), create(a("x.y.db.test", "10.0.0.1")));
        assertThat(ask(deep, "y.db.test", Type.A)).isInstanceOf(DnsResult.Empty.class);
        assertThat(ask(deep, "yy.db.test", Type.A)).isInstanceOf(DnsResult.NoSuchName.class);
    }

    /** RFC 4592 section 2.2: a name that exists, also as an empty non-terminal, is answered by itself. */
    @Test
    void aWildcardAnswersForNamesThatDoNotExistBelowItsParent() {
        ZoneData zone = accepted(
                zone(),
                create(a("*.w.db.test", "10.0.0.1")),
                create(txt("txt.w.db.test", "x")),
                create(a("leaf.ent.w.db.test", "10.0.0.2")),
                create(a("w-w.db.test", "10.0.0.3")),
                create(RecordSetSpec.ofValues("*.c.db.test", "CNAME", 60, List.of("any.w.db.test."))),
                create(a("x.*.star.db.test", "10.0.0.4")));

        for (String name : List.of("any.w", "a.b.c.w", "*.w", "x.txt2.w", "an.w")) {
            assertThat(addresses(zone, name + ".db.test")).as(name).containsOnly("10.0.0.1");
        }
        assertThat(((DnsResult.Found) ask(zone, "AnY.w.db.test", Type.A)).answers())
                .extracting(r -> r.getName().toString())
                .containsExactly("any.w.db.test.");
        assertThat(ask(zone, "any.w.db.test", Type.TXT)).isInstanceOf(DnsResult.Empty.class);
        assertThat(ask(zone, "txt.w.db.test", Type.A)).isInstanceOf(DnsResult.Empty.class);
        assertThat(ask(zone, "ent.w.db.test", Type.A)).isInstanceOf(DnsResult.Empty.class);
        assertThat(ask(zone, "other.ent.w.db.test", Type.A)).isInstanceOf(DnsResult.NoSuchName.class);
        assertThat(ask(zone, "below.txt.w.db.test", Type.A)).isInstanceOf(DnsResult.NoSuchName.class);
        assertThat(ask(zone, "below.*.w.db.test", Type.A)).isInstanceOf(DnsResult.NoSuchName.class);
        assertThat(ask(zone, "ww.db.test", Type.A)).isInstanceOf(DnsResult.NoSuchName.class);
        assertThat(ask(zone, "any.star.db.test", Type.A))
                .as("the asterisk is an empty non-terminal")
                .isInstanceOf(DnsResult.Empty.class);
        assertThat(((DnsResult.Found) ask(zone, "q.c.db.test", Type.A)).answers())
                .hasSize(2);
        assertThat(Reach.of(Zones.of(List.of(zone)), RecordName.parse("q.c.db.test"), RecordType.A)
                        .size())
                .isEqualTo(1);
    }

    /** The closest encloser is found from the neighbours in the order; the long way round is label by label. */
    @Test
    void theClosestEncloserIsThatOfAWalkUpTheLabels() {
        SplittableRandom names = new SplittableRandom(4592);
        for (int round = 0; round < 200; round++) {
            Change[] changes = Stream.generate(() -> upsert(a(randomName(names), "10.0.0.1")))
                    .limit(6)
                    .toArray(Change[]::new);
            ZoneData zone = accepted(zone(), changes);
            for (int i = 0; i < 20; i++) {
                RecordName name = RecordName.parse(randomName(names));
                if (!zone.exists(name)) {
                    Name above = new Name(name.toName(), 1);
                    while (!zone.exists(RecordName.of(above))) {
                        above = new Name(above, 1);
                    }
                    assertThat(zone.wildcardFor(name)).isEqualTo(RecordName.parse("*." + RecordName.of(above)));
                }
            }
        }
    }

    private static String randomName(SplittableRandom random) {
        List<String> labels = List.of("a", "a-b", "*", "b", "ab", "\\056");
        return Stream.generate(() -> labels.get(random.nextInt(labels.size())))
                        .limit(random.nextInt(1, 5))
                        .collect(Collectors.joining("."))
                + ".db.test";
    }

    @Test
    void aCnameIsFollowedInsideOurZonesAndLoopsEnd() {
        ZoneData zone = accepted(
                zone(),
                create(a("x.db.test", "10.0.0.1")),
                create(RecordSetSpec.ofValues("c.db.test", "CNAME", 60, List.of("x.db.test."))),
                create(RecordSetSpec.ofValues("out.db.test", "CNAME", 60, List.of("example.com."))),
                create(RecordSetSpec.ofValues("l1.db.test", "CNAME", 60, List.of("l2.db.test."))),
                create(RecordSetSpec.ofValues("l2.db.test", "CNAME", 60, List.of("l1.db.test."))));

        assertThat(((DnsResult.Found) ask(zone, "c.db.test", Type.A)).answers()).hasSize(2);
        assertThat(((DnsResult.Found) ask(zone, "out.db.test", Type.A)).answers())
                .hasSize(1);
        assertThat(((DnsResult.Found) ask(zone, "l1.db.test", Type.A)).answers())
                .hasSize(AnswerFunction.HOPS_MAX);
    }

    @Test
    void anyIsAnsweredMinimally() {
        assertThat(((DnsResult.Found) ask(live(), "db.test", Type.ANY)).answers())
                .singleElement()
                .extracting(Record::getType)
                .isEqualTo(Type.HINFO);
    }
}
