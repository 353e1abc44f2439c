package emptyrecord.dynamo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dynamo.core.value.AttributeValue.Num;
import emptyrecord.dynamo.core.value.AttributeValue.Str;
import emptyrecord.dynamo.core.value.Bytes;
import emptyrecord.dynamo.core.value.Item;
import emptyrecord.dynamo.core.value.Numbers;
import emptyrecord.dynamo.core.value.Ordering;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void equalNumbersAreOneNumber() {
        assertThat(Numbers.parse("1.0")).isEqualTo(Numbers.parse("1")).isEqualTo(Numbers.parse("0.1e1"));
        assertThat(Numbers.parse("-0.00")).isEqualTo(Numbers.parse("0"));
        assertThat(Numbers.toText(Numbers.parse("1E+3"))).isEqualTo("1000");
    }

    @Test
    void thirtyEightDigitsAreExact() {
        Num most = Numbers.parse("99999999999999999999999999999999999998");
        assertThat(Numbers.toText(Numbers.add(most, Numbers.parse("1")))).isEqualTo("9".repeat(38));
        assertThatThrownBy(() -> Numbers.parse("1" + "0".repeat(37) + "1"))
                .hasMessageContaining("38 significant digits");
        assertThatThrownBy(() -> Numbers.add(Numbers.parse("1e100"), Numbers.parse("1")))
                .hasMessageContaining("38 significant digits");
    }

    @Test
    void whatIsTooLargeTooSmallOrNoNumberIsRefused() {
        assertThat(Numbers.parse("9.9E125").value().precision()).isEqualTo(2);
        assertThatThrownBy(() -> Numbers.parse("1E126")).hasMessageContaining("Number overflow");
        assertThatThrownBy(() -> Numbers.parse("1E-131")).hasMessageContaining("Number underflow");
        assertThatThrownBy(() -> Numbers.parse("1E999999999")).hasMessageContaining("Number overflow");
        assertThatThrownBy(() -> Numbers.parse("one"))
                .hasMessageContaining("cannot be converted to a numeric value: one");
        assertThatThrownBy(() -> Numbers.parse("")).isInstanceOf(Refusal.class);
    }

    @Test
    void stringsAreOrderedByTheirUtf8Bytes() {
        Str privateUse = new Str("\uE000");
        Str emoji = new Str("\uD83D\uDE00");
        assertThat(Ordering.compare(emoji, privateUse)).hasValue(1);
        assertThat(Ordering.compare(new Str("a"), new Str("ab"))).hasValue(-1);
        assertThat(Ordering.compare(new Str("a"), Numbers.parse("1"))).isEmpty();
    }

    @Test
    void sizesCountBytes() {
        assertThat(new Item(Map.of("é", new Str("\uD83D\uDE00"))).size()).isEqualTo(6);
        assertThat(new Item(Map.of("n", Numbers.parse("-1234"))).size()).isEqualTo(5);
    }

    /** A search at every position would need 10^10 comparisons. */
    @Test
    void aLongPartIsFoundInTimeThatGrowsWithTheLengths() {
        String almost = "a".repeat(200_000);
        assertThat(new Str(almost + almost + "b").contains(new Str(almost + "b")))
                .isTrue();
        assertThat(new Str(almost + almost).contains(new Str(almost + "b"))).isFalse();
        assertThat(bytes(almost + almost + "bc").contains(bytes(almost + "b"))).isTrue();
        assertThat(bytes(almost + almost).contains(bytes(almost + "b"))).isFalse();
        assertThat(bytes("abab").contains(bytes(""))).isTrue();
        assertThat(bytes("aabaabaaa").contains(bytes("aabaaa"))).isTrue();
    }

    private static Bytes bytes(String text) {
        return Bytes.ofBase64(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
