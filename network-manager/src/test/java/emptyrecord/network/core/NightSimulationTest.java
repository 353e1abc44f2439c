package emptyrecord.network.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F13, F16, F20: the backlog of the night grows, stays and drains; each remedy keeps it small. The seed is the name. */
class NightSimulationTest {

    private static final Duration NIGHT = Duration.ofHours(4);

    private static Simulation night(long seed, Remedies remedies) {
        Simulation region = new Simulation(seed, remedies);
        region.run(Duration.ofMinutes(30));
        region.burst(60);
        region.launchesPerMinute = 6;
        region.run(NIGHT);
        return region;
    }

    private static Simulation nightWith(long seed, Consumer<Remedies> on) {
        Remedies remedies = new Remedies();
        on.accept(remedies);
        return night(seed, remedies);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aNormalDayHasNoDelay(long seed) {
        Simulation region = new Simulation(seed, new Remedies());
        region.run(Duration.ofDays(1));

        assertThat(region.peak).isLessThan(Duration.ofMinutes(2));
        assertThat(region.delay()).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDeferredLaunchesBuildADelayThatDrainsWhenLaunchesStop(long seed) {
        Simulation region = night(seed, new Remedies());
        assertThat(region.delay()).isGreaterThan(Duration.ofMinutes(30));
        assertThat(region.wasted()).isPositive();

        region.launchesPerMinute = 0;
        assertThat(region.runUntilNormal(Duration.ofHours(24))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void throttlingByTheQueueKeepsTheDelaySmall(long seed) {
        Simulation region = nightWith(seed, r -> r.throttle.set(true));

        assertThat(region.peak).isLessThan(Duration.ofMinutes(5));
        assertThat(region.refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void deltaPushesKeepTheDelaySmall(long seed) {
        Remedies remedies = new Remedies();
        remedies.deltaPush.set(true);
        Simulation region = night(seed, remedies);

        assertThat(region.peak).isLessThan(Duration.ofMinutes(12));
        assertThat(region.wasted()).isLessThan(night(seed, new Remedies()).wasted() / 4);
        assertThat(remedies.deltaPush.timesActed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void coalescingSparesTheWasteAndMuchOfTheDelay(long seed) {
        Simulation region = nightWith(seed, r -> r.coalesce.set(true));
        Simulation asItWas = night(seed, new Remedies());

        assertThat(region.wasted()).isLessThan(asItWas.wasted() / 4);
        assertThat(region.peak).isLessThan(asItWas.peak.multipliedBy(3).dividedBy(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theReadyGateHandsOverOnlyWhatEveryZoneKnows(long seed) {
        Simulation asItWas = night(seed, new Remedies());
        assertThat(asItWas.handedOverUnknown).isGreaterThan(100);

        Simulation region = nightWith(seed, r -> r.readyGate.set(true));
        assertThat(region.handedOverUnknown).isZero();
        assertThat(region.handedOver).isGreaterThan(100);
    }
}
