package emptyrecord.night.phase;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseWatchTest {

    private final PhaseWatch watch = new PhaseWatch();

    private NightPhase after(Sample sample, double minute) {
        watch.see(sample, Nights.ZERO.plus(Duration.ofSeconds(Math.round(minute * 60))), false);
        return watch.now();
    }

    private static Sample calm() {
        return Nights.sample(1, -5);
    }

    private static Sample late() {
        return Nights.with(calm(), calm().leases(), new Sample.Network(12, Map.of("us-east-1a", 90)));
    }

    @Test
    void aSyntheticNightGoesThroughItsPhasesInOrder() {
        List<NightPhase> seen = IntStream.rangeClosed(-10, 872)
                .mapToObj(t -> after(Nights.sample(t + 11L, t), t))
                .distinct()
                .toList();
        assertThat(seen)
                .startsWith(
                        NightPhase.STEADY, NightPhase.RECORD_EMPTY, NightPhase.LEASE_COLLAPSE, NightPhase.LEASES_RETURN)
                .contains(NightPhase.NETWORK_LATE, NightPhase.ZONES_OUT);
    }

    @Test
    void untilTheRegionWasSteadyOnceItIsStarting() {
        assertThat(after(late(), 0)).isEqualTo(NightPhase.STARTING);
        assertThat(after(calm(), 1)).isEqualTo(NightPhase.STEADY);
        assertThat(after(late(), 2)).isEqualTo(NightPhase.NETWORK_LATE);
    }

    @Test
    void whatFlickersEndsAfterAPauseOnly() {
        after(calm(), 0);
        assertThat(after(late(), 1)).isEqualTo(NightPhase.NETWORK_LATE);
        assertThat(after(calm(), 2)).isEqualTo(NightPhase.NETWORK_LATE);
        assertThat(after(late(), 8)).isEqualTo(NightPhase.NETWORK_LATE);
        assertThat(after(calm(), 17)).isEqualTo(NightPhase.NETWORK_LATE);
        assertThat(after(calm(), 18)).isEqualTo(NightPhase.STEADY);
    }

    private static Sample limited(boolean refusing) {
        Sample night = Nights.sample(1, 800);
        return Nights.with(
                night,
                new Sample.Customers(
                        refusing ? Map.of("RequestLimitExceeded", 3) : Map.of("launched", 2),
                        Map.of("ok", 9),
                        0,
                        night.customers().canaries()));
    }

    @Test
    void whileOperatorsLimitLaunchesItIsNotSteadyWhetherOneIsRefusedOrNot() {
        for (int t = 767; t < 841; t++) {
            assertThat(NightPhase.of(limited(t % 5 == 0), false)).isEqualTo(NightPhase.LAUNCHES_LIMITED);
        }
        assertThat(NightPhase.of(Nights.sample(1, 842), false)).isEqualTo(NightPhase.STEADY);
    }

    @Test
    void aLimitThatWasLeftOnDoesNotKeepARegionStarting() {
        assertThat(after(limited(false), 0)).isEqualTo(NightPhase.LAUNCHES_LIMITED);
    }

    @Test
    void theTriggerShowsAsTheRaceUntilTheRecordIsEmpty() {
        watch.see(calm(), Nights.ZERO, false);
        watch.see(calm(), Nights.ZERO, true);
        assertThat(watch.now()).isEqualTo(NightPhase.RACE);
    }
}
