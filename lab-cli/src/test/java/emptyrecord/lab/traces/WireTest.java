package emptyrecord.lab.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WireTest {

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void readsAVarintATextAndAFixedNumber() {
        // The encoding guide's own examples: field 1 = 150, field 2 = "testing"; and field 7 as fixed64.
        Wire wire = new Wire(bytes("08 96 01  12 07 74 65 73 74 69 6e 67  39 01 00 00 00 00 00 00 00"));
        assertThat(wire.next()).isEqualTo(1);
        assertThat(wire.number()).isEqualTo(150);
        assertThat(wire.next()).isEqualTo(2);
        assertThat(wire.text()).isEqualTo("testing");
        assertThat(wire.next()).isEqualTo(7);
        assertThat(wire.number()).isEqualTo(1);
        assertThat(wire.next()).isZero();
    }

    @Test
    void aTextThatIsLongerThanItsMessageIsRefused() {
        Wire wire = new Wire(bytes("12 07 74"));
        wire.next();
        assertThatThrownBy(wire::text).hasMessageContaining("middle of a field");
    }
}
