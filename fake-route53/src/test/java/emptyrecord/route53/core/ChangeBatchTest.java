package emptyrecord.route53.core;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.delete;
import static emptyrecord.route53.core.Batches.refused;
import static emptyrecord.route53.core.Batches.tree;
import static emptyrecord.route53.core.Batches.txt;
import static emptyrecord.route53.core.Batches.upsert;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.TXTRecord;

class ChangeBatchTest {

    @Test
    void aBatchIsAllOrNothingAndListsEveryReason() {
        ZoneData before = accepted(zone(), create(a("x.db.test", "10.0.0.1")));

        List<String> reasons = refused(
                before,
                create(a("new.db.test", "10.0.0.9")),
                create(a("x.db.test", "10.0.0.2")),
                delete(a("gone.db.test", "10.0.0.1")),
                create(a("foreign.test", "10.0.0.1")));

        assertThat(reasons)
                .containsExactly(
                        "Tried to create resource record set [name='x.db.test.', type='A'] but it already exists",
                        "Tried to delete resource record set [name='gone.db.test.', type='A'] but it was not found",
                        "RRSet with DNS name foreign.test. is not permitted in zone db.test.");
        assertThat(before.exists(RecordName.parse("new.db.test"))).isFalse();
    }

    @Test
    void deleteMustMatchTtlWeightAndEveryValueInAnyOrder() {
        ZoneData zone = accepted(zone(), create(a("x.db.test", "10.0.0.1", "10.0.0.2")));
        String mismatch = "Tried to delete resource record set [name='x.db.test.', type='A']"
                + " but the values provided do not match the current values";

        assertThat(refused(zone, delete(a("x.db.test", "10.0.0.1")))).containsExactly(mismatch);
        assertThat(refused(zone, delete(RecordSetSpec.ofValues("x.db.test", "A", 61, List.of("10.0.0.1", "10.0.0.2")))))
                .containsExactly(mismatch);
        assertThat(accepted(zone, delete(a("X.db.test.", "10.0.0.2", "10.0.0.1")))
                        .exists(RecordName.parse("x.db.test")))
                .isFalse();
    }

    @Test
    void deleteOfAWeightedAliasMustMatchWeightAndTarget() {
        ZoneData zone = accepted(zone(), tree("plan-1", 2));
        RecordSetSpec right = alias("plan-1.db.test", "lb-0.plan-1.db.test").weighted("lb-0", 10);

        assertThat(refused(
                        zone,
                        delete(alias("plan-1.db.test", "lb-0.plan-1.db.test").weighted("lb-0", 11))))
                .singleElement()
                .asString()
                .contains("set identifier='lb-0'", "do not match");
        assertThat(refused(
                        zone,
                        delete(alias("plan-1.db.test", "lb-1.plan-1.db.test").weighted("lb-0", 10))))
                .hasSize(1);
        assertThat(accepted(zone, delete(right)).sets(RecordName.parse("plan-1.db.test"), RecordType.A))
                .hasSize(1);
    }

    @Test
    void deleteAndCreateOfTheLockIsACompareAndSwap() {
        ZoneData zone = accepted(zone(), create(txt("_lock.db.test", "holder=a")));
        ZoneData won =
                accepted(zone, delete(txt("_lock.db.test", "holder=a")), create(txt("_lock.db.test", "holder=b")));

        assertThat(refused(won, delete(txt("_lock.db.test", "holder=a")), create(txt("_lock.db.test", "holder=c"))))
                .hasSize(2)
                .first()
                .asString()
                .contains("do not match the current values");
    }

    @Test
    void anAliasMayPointToWhatTheSameBatchCreatedBeforeIt() {
        assertThat(accepted(zone(), tree("plan-1", 3)).records()).hasSize(2 + 6);
        assertThat(refused(zone(), create(alias("db.test", "plan-1.db.test")), create(a("plan-1.db.test", "10.0.0.1"))))
                .containsExactly("Tried to create an alias that targets plan-1.db.test., type A in zone Z01,"
                        + " but that target was not found");
    }

    @Test
    void anAliasTargetMustLieWithinItsZone() {
        assertThat(refused(zone(), create(alias("db.test", "plan-1.other.test"))))
                .containsExactly("Tried to create an alias that targets plan-1.other.test., type A in zone Z01,"
                        + " but the alias target name does not lie within the target zone");
        assertThat(refused(zone(), create(RecordSetSpec.ofAlias("db.test", "A", "ZNONE", "x.test"))))
                .singleElement()
                .asString()
                .contains("ZNONE");
    }

    @Test
    void anAliasMayPointIntoAnotherZoneAsItIsNow() {
        ZoneData here = zone();
        ZoneData other = new ChangeBatch(List.of(create(a("lb.elb.test", "10.0.0.1"))))
                                .applyTo(Zones.of(List.of()), ZoneData.create("Z02", "elb.test", 900))
                        instanceof BatchResult.Accepted ok
                ? ok.next()
                : here;
        BatchResult result = Batches.batch(create(RecordSetSpec.ofAlias("db.test", "A", "Z02", "lb.elb.test")))
                .applyTo(Zones.of(List.of(here, other)), here);

        assertThat(result).isInstanceOf(BatchResult.Accepted.class);
    }

    /** F39: deleting the target of an ALIAS is allowed; pointing the rollback at it afterwards is not, for ever. */
    @Test
    void theTargetOfAnAliasMayBeDeletedAndThenBlocksTheNextFlip() {
        ZoneData live = accepted(zone(), create(a("plan-110.db.test", "10.0.0.1")));
        live = accepted(live, create(alias("db.test", "plan-110.db.test")));

        ZoneData dangling = accepted(live, delete(a("plan-110.db.test", "10.0.0.1")));
        ZoneData built = accepted(dangling, create(a("plan-146.db.test", "10.0.0.2")));

        assertThat(refused(
                        built,
                        upsert(alias("_rollback.db.test", "plan-110.db.test")),
                        upsert(alias("db.test", "plan-146.db.test"))))
                .containsExactly("Tried to create an alias that targets plan-110.db.test., type A in zone Z01,"
                        + " but that target was not found");
    }

    @Test
    void namesakesFollowTheRulesOfDns() {
        ZoneData zone = accepted(
                zone(),
                create(a("x.db.test", "10.0.0.1")),
                create(RecordSetSpec.ofValues("c.db.test", "CNAME", 60, List.of("x.db.test."))));

        assertThat(refused(zone, create(RecordSetSpec.ofValues("x.db.test", "CNAME", 60, List.of("y.test.")))))
                .hasSize(1);
        assertThat(refused(zone, create(txt("c.db.test", "x")))).hasSize(1);
        assertThat(refused(zone, create(RecordSetSpec.ofValues("db.test", "CNAME", 60, List.of("y.test.")))))
                .singleElement()
                .asString()
                .contains("apex");
        assertThat(refused(zone, create(a("x.db.test", "10.0.0.2").weighted("one", 1))))
                .singleElement()
                .asString()
                .contains("routing policy");
    }

    @Test
    void valuesFollowTheRulesOfTheirType() {
        assertThat(refused(
                        zone(),
                        create(a("x.db.test", "10.0.0.300")),
                        create(a("y.db.test", "10.0.0.1", "10.0.0.1")),
                        create(RecordSetSpec.ofValues("t.db.test", "TXT", 60, List.of("bare"))),
                        create(RecordSetSpec.ofValues("m.db.test", "HINFO", 60, List.of("x y"))),
                        create(RecordSetSpec.ofValues("n.db.test", "A", -1, List.of("10.0.0.1"))),
                        create(RecordSetSpec.ofValues("s.db.test", "SRV", 60, List.of("1 2 3")))))
                .hasSize(6);
    }

    /** One value of each type as Route 53's guide writes it (ResourceRecordTypes.html), and one that is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A | 10.0.0.1 | 10.0.0",
                "AAAA | 2001:db8::1 | 10.0.0.1",
                "CAA | 0 issue \"ca.example.com\" | 256 issue \"x\"",
                "CNAME | hostname.example.com | a..b",
                "DS | 12345 3 1 1234567890ABCDEF1234567890ABCDEF12345678 | 12345 3",
                "HTTPS | 1 . alpn=\"h2\" | x .",
                "MX | 10 mail.example.com. | mail.example.com.",
                "NAPTR | 100 50 \"u\" \"E2U+sip\" \"!^(.*)$!sip:\\\\1@x.test!\" . | 100 50 u",
                "NS | ns-1.example.com | 1 2 3",
                "PTR | hostname.example.com | a..b",
                "SPF | \"v=spf1 ip4:192.168.0.1/16 -all\" | v=spf1",
                "SRV | 10 5 80 hostname.example.com | 10 5 hostname.example.com",
                "SSHFP | 4 1 123456789abcdef67890123456789abcdef67890 | 4",
                "SVCB | 0 alias.example.com | . 1",
                "TLSA | 3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971 | 3 1",
                "TXT | \"\\052 \\303\\244\" \"two\" | \"\\400\""
            })
    void everyTypeOfRoute53IsTakenAndChecked(String type, String right, String wrong) {
        RecordSetSpec good = RecordSetSpec.ofValues("x.db.test", type, 60, List.of(right));
        ZoneData zone = accepted(zone(), create(good));
        assertThat(zone.sets(RecordName.parse("x.db.test"), RecordType.parse(type)))
                .singleElement()
                .extracting(RecordSet::toSpec)
                .extracting(spec -> spec.values().orElseThrow().texts())
                .isEqualTo(List.of(right));
        assertThat(refused(zone(), create(RecordSetSpec.ofValues("x.db.test", type, 60, List.of(wrong)))))
                .hasSize(1);
        assertThat(accepted(zone, delete(good)).exists(RecordName.parse("x.db.test")))
                .isFalse();
    }

    /** Values have the same octal codes as names. */
    @Test
    void codesInValuesAreOctal() {
        ZoneData zone = accepted(zone(), create(txt("t.db.test", "\\052\\303\\244\\\"")));
        RecordData.Values values = (RecordData.Values) zone.sets(RecordName.parse("t.db.test"), RecordType.TXT)
                .getFirst()
                .data();
        assertThat(((TXTRecord) values.records().getFirst()).getStringsAsByteArrays())
                .containsExactly(new byte[] {'*', (byte) 0xC3, (byte) 0xA4, '"'});
    }

    @Test
    void aWildcardIsOneNameHoweverItIsWritten() {
        ZoneData zone = accepted(zone(), create(a("\\052.db.test", "10.0.0.1")));
        assertThat(refused(zone, create(a("*.db.test", "10.0.0.1"))))
                .containsExactly("Tried to create resource record set [name='\\052.db.test.', type='A']"
                        + " but it already exists");
        assertThat(refused(
                        zone,
                        create(RecordSetSpec.ofValues("*.db.test", "NS", 60, List.of("ns.x."))),
                        create(RecordSetSpec.ofValues("db.test", "DS", 60, List.of("1 3 1 12")))))
                .hasSize(2);
    }

    @Test
    void soaAndNsOfTheZoneStay() {
        RecordSetSpec soa = zone().sets(RecordName.parse("db.test"), RecordType.SOA)
                .getFirst()
                .toSpec();
        assertThat(refused(zone(), delete(soa))).containsExactly("A HostedZone must contain exactly one SOA record.");
    }

    @Test
    void recordSetsAreOrderedByLabelsFromTheRight() {
        ZoneData zone = accepted(
                zone(),
                create(a("b.a.db.test", "10.0.0.1")),
                create(a("z.db.test", "10.0.0.1")),
                create(a("a.db.test", "10.0.0.1")),
                create(txt("a.db.test", "x")),
                create(a("db.test", "10.0.0.1")));

        assertThat(zone.records().keySet())
                .extracting(k -> k.name() + " " + k.type())
                .containsExactly(
                        "db.test. A",
                        "db.test. NS",
                        "db.test. SOA",
                        "a.db.test. A",
                        "a.db.test. TXT",
                        "b.a.db.test. A",
                        "z.db.test. A");
    }
}
