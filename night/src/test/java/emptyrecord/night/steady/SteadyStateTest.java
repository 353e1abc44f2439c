package emptyrecord.night.steady;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SteadyStateTest {

    private static final Sample CALM = Nights.sample(1, -10);

    private static Check leases(Integer hostsStarting) {
        Sample.Leases l = Objects.requireNonNull(CALM.leases());
        Sample seen = Nights.with(
                CALM,
                new Sample.Leases(
                        l.droplets(),
                        l.held(),
                        l.queueLength(),
                        l.oldestQueuedSeconds(),
                        l.madeTotal(),
                        l.attemptsTotal(),
                        l.checksFailedTotal(),
                        l.leasesPerMinute(),
                        l.attemptsPerMinute(),
                        l.apiRatePerMinute(),
                        hostsStarting,
                        null),
                CALM.network());
        return SteadyState.checks(seen, List.of()).stream()
                .filter(check -> check.name().equals("leases"))
                .findFirst()
                .orElseThrow();
    }

    /** Work at a pace would soften what is to come: the night begins with hosts that are at work. */
    @Test
    void aRegionWhoseHostsStillStartIsNotSteadyThoughItHoldsAllLeases() {
        assertThat(leases(2).ok()).isFalse();
        assertThat(leases(2).detail()).isEqualTo("248 of 248 held, DWFM hosts that still start: 2");
        assertThat(leases(0)).isEqualTo(new Check("leases", true, "248 of 248 held"));
    }
}
