package emptyrecord.route53.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

class RecordNameTest {

    @Test
    void namesAreKeptInLowerCaseAndSortedFromTheRight() {
        RecordName name = RecordName.parse("LB-1.Plan-7.db.test");
        assertThat(name.text()).isEqualTo("lb-1.plan-7.db.test.");
        assertThat(name.sortKey()).isEqualTo("test.db.plan-7.lb-1.");
        assertThat(name.plain()).isEqualTo("lb-1.plan-7.db.test");
        assertThat(RecordName.parse("test").sortKey()).isEqualTo("test.");
        assertThat(RecordName.parse(".").sortKey()).isEmpty();
    }

    @Test
    void aDotWithinALabelPartsNothing() {
        assertThat(RecordName.parse("a\\.b.db.test")).isEqualTo(RecordName.parse("A\\056b.db.test."));
        assertThat(RecordName.parse("a\\.b.db.test").sortKey()).isEqualTo("test.db.a\\056b.");
        assertThat(RecordName.parse("a\\.b.db.test").within(RecordName.parse("b.db.test")))
                .isFalse();
    }

    /** Route 53 writes every character but letters, digits, hyphen and underscore as three octal digits. */
    @Test
    void otherCharactersAreOctalCodesAndBothWritingsAreOneName() throws TextParseException {
        assertThat(RecordName.parse("*.db.test")).hasToString("\\052.db.test.");
        assertThat(RecordName.parse("\\052.db.test")).isEqualTo(RecordName.parse("*.db.test"));
        assertThat(RecordName.parse("\\052.db.test").toName()).isEqualTo(Name.fromString("*.db.test."));
        assertThat(RecordName.parse("_x.A@!\\000\\377\\101.test")).hasToString("_x.a\\100\\041\\000\\377a.test.");
        assertThat(RecordName.of(Name.fromString("x\\255\\000y.test."))).hasToString("x\\377\\000y.test.");
        assertThat(RecordName.parse("*.test").isWildcard()).isTrue();
        assertThat(RecordName.parse("x.*.test").isWildcard()).isFalse();
    }

    @Test
    void aNameLiesWithinItselfAndItsParentsOnly() {
        RecordName name = RecordName.parse("x.db.test");
        assertThat(name.within(name)).isTrue();
        assertThat(name.within(RecordName.parse("db.test"))).isTrue();
        assertThat(name.within(RecordName.parse("b.test"))).isFalse();
        assertThat(RecordName.parse("xx.db.test").within(name)).isFalse();
    }

    @Test
    void whatIsNoNameIsSaidSo() {
        assertThatThrownBy(() -> RecordName.parse("a..b"))
                .hasMessage("FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'a..b'");
        assertThatThrownBy(() -> RecordName.parse("x".repeat(64) + ".test")).hasMessageContaining("DomainLabelTooLong");
        assertThat(RecordName.parse("x.".repeat(127)).toName().labels()).isEqualTo(128);
        assertThatThrownBy(() -> RecordName.parse("x.".repeat(128))).hasMessageContaining("DomainNameTooLong");
        assertThatThrownBy(() -> RecordName.parse("a b.test")).hasMessageContaining("UnsupportedCharacter");
        assertThatThrownBy(() -> RecordName.parse("\u00e4.test")).hasMessageContaining("UnsupportedCharacter");
        for (String code : new String[] {"\\089.test", "\\400.test", "\\05", "\\999.test", "a\\"}) {
            assertThatThrownBy(() -> RecordName.parse(code)).as(code).hasMessageContaining("InvalidEscape");
        }
    }
}
