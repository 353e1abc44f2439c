package emptyrecord.kit.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultTest {

    private final Fault loseLock =
            new Fault("lose-lock", "meaning", "acquisitions", new Fault.Range(1, 20), Map.of("night", 8.0));

    @Test
    void aCountedFaultIsUsedUp() {
        loseLock.inject(2, Optional.empty(), Instant.EPOCH);

        assertThat(loseLock.takeOne("regional")).isTrue();
        assertThat(loseLock.takeOne("regional")).isTrue();
        assertThat(loseLock.takeOne("regional")).isFalse();
        assertThat(loseLock.injection()).isEmpty();
    }

    @Test
    void aTargetedFaultSparesTheOthers() {
        loseLock.inject(1, Optional.of("regional"), Instant.EPOCH);

        assertThat(loseLock.takeOne("fips")).isFalse();
        assertThat(loseLock.magnitude("fips")).isEmpty();
        assertThat(loseLock.takeOne("regional")).isTrue();
    }

    @Test
    void aMagnitudeOutOfRangeSaysTheRange() {
        assertThatThrownBy(() -> loseLock.inject(21, Optional.empty(), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0 to 20.0 acquisitions");
        assertThatThrownBy(() -> loseLock.inject(Double.NaN, Optional.empty(), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
