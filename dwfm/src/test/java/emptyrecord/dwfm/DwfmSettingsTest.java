package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that cannot work stop the service with a sentence; the shipped ones are on the collapsing side of F54. */
class DwfmSettingsTest {

    @Test
    void shippedHostKeepsItsLeasesOnANormalDayAndCannotMakeAllOfThemWithinADeadline() {
        LeaseParameters p = ShippedSettings.leaseParameters();
        double checks = (double) p.droplets()
                * p.renewal().toNanos()
                / (p.workers() * (double) p.interval().toNanos());
        assertThat(checks).as("share of the workers that state checks use").isBetween(.6, .7);
        double together = (double) p.droplets() * p.establishment().toNanos() / p.workers();
        assertThat(together)
                .as("all leases lost at once")
                .isGreaterThan(5.0 * p.deadline().toNanos());
    }

    @Test
    void checksThatComeTooSeldomAreRefused() {
        refused("dwfm.state-check-interval", "17m", "must be longer than 3 state check intervals");
    }

    @Test
    void attemptThatCanNeverSucceedIsRefused() {
        refused("dwfm.establish-work", "90s", "no attempt can ever succeed");
    }

    @Test
    void hostThatIsTooSmallForItsDropletsIsRefused() {
        refused("dwfm.droplets-per-host", "93", "state checks alone would use 95 % of the workers");
    }

    @Test
    void connectionsThatCannotLiveAreRefused() {
        assertThatThrownBy(() -> ShippedSettings.bound(Map.of("dwfm.connection-life-max", "10m"))
                        .connectionRule())
                .hasMessageContaining("not longer than dwfm.connection-life-max");
        assertThatThrownBy(() -> ShippedSettings.bound(Map.of("dwfm.connection-mode", "for ever"))
                        .connectionRule())
                .hasMessageContaining("must be spread, 60s or unbounded, not 'for ever'");
    }

    @Test
    void timeOutThatComesBeforeTheDeadlineIsRefused() {
        assertThatThrownBy(() -> ShippedSettings.bound(Map.of("dwfm.handshake-timeout", "90s")))
                .rootCause()
                .hasMessageContaining("must be longer than dwfm.deadline");
    }

    @Test
    void zoneWithoutADropletIsRefused() {
        assertThatThrownBy(() -> ShippedSettings.bound(Map.of("dwfm.droplets-per-host", "2")))
                .rootCause()
                .hasMessageContaining("not more zones than a host has droplets");
    }

    private static void refused(String setting, String value, String sentence) {
        DwfmSettings settings = ShippedSettings.bound(Map.of(setting, value));
        assertThatThrownBy(settings::leaseParameters)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
