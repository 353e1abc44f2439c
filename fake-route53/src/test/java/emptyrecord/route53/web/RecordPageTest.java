package emptyrecord.route53.web;

import static emptyrecord.route53.core.Batches.a;
import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.alias;
import static emptyrecord.route53.core.Batches.create;
import static emptyrecord.route53.core.Batches.zone;
import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.route53.core.RecordSet;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.ZoneData;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page of record sets ends by count or by bytes, and what it is said to take is what it takes at most. */
class RecordPageTest {

    private static ZoneData ofTexts(int sets, int values, String text) {
        ZoneData zone = zone();
        for (int i = 0; i < sets; i++) {
            List<String> texts = IntStream.range(0, values)
                    .mapToObj(n -> '"' + text + n + '"')
                    .toList();
            zone = accepted(zone, create(RecordSetSpec.ofValues("t" + i + ".db.test", "TXT", 60, texts)));
        }
        return zone;
    }

    private static int written(RecordPage page) {
        byte[] xml = XmlAnswer.document("R", answer -> {
            for (RecordSet set : page.sets()) {
                RecordSetXml.write(answer, set);
            }
        });
        return xml.length;
    }

    @Test
    void aPageOfLongValuesIsShortAndTheNextBeginsBehindIt() {
        ZoneData zone = ofTexts(40, 1, "&".repeat(250));
        ZoneData large = ofTexts(12, 100, "&".repeat(250));

        assertThat(RecordPage.of(zone.records().values().iterator(), 300).next())
                .isEmpty();
        RecordPage page = RecordPage.of(large.records().values().iterator(), 300);
        assertThat(page.sets()).hasSizeBetween(1, 4);
        assertThat(page.next())
                .contains(large.records().values().stream()
                        .skip(page.sets().size())
                        .findFirst()
                        .orElseThrow()
                        .key());
        assertThat(written(page)).isLessThan((int) RecordPage.BYTES_MAX * 2);
    }

    @Test
    void anyRecordSetFillsAPageOfItsOwn() {
        ZoneData zone = ofTexts(1, 110, "<".repeat(250));
        RecordPage page = RecordPage.of(zone.from(zone.records().lastKey()).iterator(), 300);
        assertThat(page.sets()).hasSize(1);
    }

    @Test
    void whatIsSaidToBeTakenIsTaken() {
        ZoneData zone = ofTexts(5, 3, "&<>\\303\\244x");
        zone = accepted(zone, create(a("n.db.test", "10.0.0.1", "10.0.0.2").weighted("one&two", 1)));
        zone = accepted(zone, create(alias("db.test", "n.db.test").weighted("x", 255)));
        RecordPage page = RecordPage.of(zone.records().values().iterator(), 300);

        byte[] empty = XmlAnswer.document("R", answer -> {});
        assertThat(page.bytes()).isGreaterThan(written(page) - empty.length);
    }

    @Test
    void threeHundredRecordSetsOfTheNightAreOnePage() {
        ZoneData zone = zone();
        for (int i = 0; i < 300; i++) {
            zone = accepted(
                    zone,
                    create(a("lb-1a.plan-1000" + i + ".dynamodb.us-east-1.db.test", "127.0.1.10")
                            .weighted("lb-1a", 100)));
        }
        assertThat(RecordPage.of(zone.records().values().iterator(), 300).sets())
                .hasSize(300);
    }
}
