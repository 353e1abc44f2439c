package emptyrecord.route53.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
        assertThat(RecordName.parse("a\\.b.db.test").sortKey()).isEqualTo("test.db.a\\.b.");
        assertThat(RecordName.parse("a\\.b.db.test").within(RecordName.parse("b.db.test")))
                .isFalse();
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
        assertThatThrownBy(() -> RecordName.parse("a..b")).hasMessageContaining("is not a domain name");
        assertThatThrownBy(() -> RecordName.parse("x".repeat(64) + ".test"))
                .hasMessageContaining("is not a domain name");
    }
}
