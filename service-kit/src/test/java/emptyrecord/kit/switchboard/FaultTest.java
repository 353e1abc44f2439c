package emptyrecord.kit.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultTest {

    private final Fault loseLock = new Fault(
                    "lose-lock", "meaning", "acquisitions", new Fault.Range(1, 20), Map.of("night", 8.0))
            .aimedAt(List.of("regional", "fips"));

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
    void aTargetThatIsNoneIsRefusedAndNothingIsInjected() {
        assertThatThrownBy(() -> loseLock.inject(1, Optional.of("regionl"), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no target 'regionl'; it has [fips, regional]");
        Fault whole = new Fault("stop", "meaning", "switch", new Fault.Range(1, 1), Map.of("on", 1.0));
        assertThatThrownBy(() -> whole.inject(1, Optional.of("regional"), Instant.EPOCH))
                .hasMessageContaining("leave out the target");
        assertThat(loseLock.injection()).isEmpty();
        assertThat(whole.injection()).isEmpty();

        whole.aimedAtAnything().inject(1, Optional.of("regional"), Instant.EPOCH);
        assertThat(whole.magnitude("regional")).isPresent();
    }

    @Test
    void aLeaseThatNobodyRenewsClearsTheFault() {
        inject(Optional.of(Instant.EPOCH.plusSeconds(60)));

        assertThat(loseLock.expire(Instant.EPOCH.plusSeconds(59))).isFalse();
        assertThat(loseLock.renew(Optional.of(Instant.EPOCH.plusSeconds(120)))).isTrue();
        assertThat(loseLock.expire(Instant.EPOCH.plusSeconds(60))).isFalse();
        assertThat(loseLock.expire(Instant.EPOCH.plusSeconds(120))).isTrue();
        assertThat(loseLock.injection()).isEmpty();
        assertThat(loseLock.leasesExpired()).isEqualTo(1);
        assertThat(loseLock.renew(Optional.empty())).as("too late").isFalse();
    }

    @Test
    void usingUpACountedFaultKeepsItsLease() {
        inject(Optional.of(Instant.EPOCH.plusSeconds(60)));
        loseLock.takeOne("regional");

        assertThat(loseLock.injection())
                .hasValue(new Fault.Injection(
                        1, Optional.empty(), Instant.EPOCH, Optional.of(Instant.EPOCH.plusSeconds(60))));
    }

    @Test
    void untilHealedMeansUntilHealed() {
        inject(Optional.empty());
        assertThat(loseLock.expire(Instant.MAX)).isFalse();
        assertThat(loseLock.injection()).isPresent();
    }

    private void inject(Optional<Instant> until) {
        loseLock.inject(new Fault.Injection(2, Optional.empty(), Instant.EPOCH, until));
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
