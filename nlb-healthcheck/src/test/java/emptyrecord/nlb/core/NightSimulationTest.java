package emptyrecord.nlb.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.kernel.Remedy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real core through a quiet day, and through a night: launches fail for so long that half of the checkers come due
 * (F7), then all replacements come at once (F13) and stay without network state for an hour (F16). Every remedy is
 * played against the same seed without it.
 */
class NightSimulationTest {

    private static final double NO_LAUNCHES_FROM = 60;
    private static final double LAUNCHES_AGAIN = 400;
    private static final double END = 700;

    private static final Map<Long, Simulation> NIGHTS = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void quietDayChangesNothing(long seed) {
        Simulation day = new Simulation(seed);
        day.runTo(40);
        assertThat(day.seen(Effect.BroughtUp.class)).hasSize(1);
        day.forget();
        day.runTo(240);
        assertThat(day.seen(Effect.ZoneWithdrawn.class)).isEmpty();
        assertThat(day.seen(Effect.VerdictChanged.class))
                .as("only nodes that died of age; their replacements pass once")
                .hasSizeLessThanOrEqualTo(
                        2 * day.seen(Effect.NodeReplaced.class).size());
        assertThat(day.meanCapacity()).isGreaterThan(0.95);
        assertThat(day.seen(Effect.CheckerRetired.class))
                .as("lives end, and nothing else does")
                .isNotEmpty()
                .allMatch(old -> old.reason().equals("end-of-life"));
        assertThat(day.checking.view().checkersWanted()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void checkersWithoutNetworkTakeHealthyZonesOut(long seed) {
        Simulation night = night(seed);
        assertThat(night.seen(Effect.VerdictChanged.class))
                .as("healthy nodes alternate (F70)")
                .hasSizeGreaterThan(500);
        assertThat(night.seen(Effect.ZoneWithdrawn.class)).hasSizeGreaterThan(10);
        assertThat(night.zoneMinutesOut()).isGreaterThan(200);
        assertThat(night.meanCapacity()).isLessThan(0.65);
        assertThat(night.checking.view().checkersWanted())
                .as("late results make the fleet grow (F71)")
                .isGreaterThan(16);
        assertThat(night.seen(Effect.CheckerRetired.class).stream()
                        .filter(old -> old.reason().equals("unreachable")))
                .as("auto-scaling replaces one every ten minutes by another without network")
                .hasSizeBetween(10, 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void warmUpRemovesIt(long seed) {
        Simulation guarded = night(seed, Remedies::entry);
        assertThat(guarded.seen(Effect.ZoneWithdrawn.class)).isEmpty();
        assertThat(guarded.seen(Effect.VerdictChanged.class)).hasSizeLessThan(30);
        assertThat(guarded.meanCapacity()).isGreaterThan(0.9);
        assertThat(guarded.remedies.entry().guard().timesActed()).isPositive();
        assertThat(guarded.seen(Effect.CheckerRetired.class))
                .extracting(Effect.CheckerRetired::reason)
                .doesNotContain("unreachable");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void velocityControlKeepsTwoZonesIn(long seed) {
        assertThat(night(seed).mostZonesOut()).isGreaterThan(1);
        Simulation guarded = night(seed, Remedies::velocity);
        assertThat(guarded.mostZonesOut()).isEqualTo(1);
        assertThat(guarded.seen(Effect.ZoneWithdrawn.class)).hasSizeLessThanOrEqualTo(6);
        assertThat(guarded.remedies.velocity().guard().timesActed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void failOpenKeepsMostOfTheCapacity(long seed) {
        Simulation guarded = night(seed, Remedies::belief);
        assertThat(guarded.zoneMinutesOut()).isLessThan(0.1 * night(seed).zoneMinutesOut());
        assertThat(guarded.meanCapacity()).isGreaterThan(night(seed).meanCapacity() + 0.15);
        assertThat(guarded.remedies.belief().guard().timesActed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void lateIsUnknownShortensTheTimeOutOfDns(long seed) {
        Simulation guarded = night(seed, Remedies::lateResults);
        assertThat(guarded.zoneMinutesOut()).isLessThan(0.6 * night(seed).zoneMinutesOut());
        assertThat(guarded.remedies.lateResults().guard().timesActed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void dampingStopsTheFlappingButNotTheLateResults(long seed) {
        Simulation night = night(seed);
        Simulation guarded = night(seed, Remedies::verdict);
        assertThat(guarded.seen(Effect.VerdictChanged.class).size())
                .isLessThan(night.seen(Effect.VerdictChanged.class).size() / 5);
        assertThat(guarded.meanCapacity()).isGreaterThan(night.meanCapacity() + 0.1);
        assertThat(guarded.seen(Effect.ZoneWithdrawn.class)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void operatorsSwitchBringsEveryWorkingNodeBack(long seed) {
        Simulation night = play(new Simulation(seed));
        double before = night.meanCapacity();
        night.carryOut(night.checking.autoFailover(night.now(), false));
        night.forget();
        night.runTo(END + 100);
        assertThat(night.zoneMinutesOut()).isZero();
        assertThat(night.meanCapacity()).isGreaterThan(before + 0.1);
    }

    /** The night without a remedy, played once for each seed; only to be looked at. */
    private static Simulation night(long seed) {
        return NIGHTS.computeIfAbsent(seed, s -> play(new Simulation(s)));
    }

    private static Simulation night(long seed, Function<Remedies, Remedy<?>> guard) {
        Simulation night = new Simulation(seed);
        guard.apply(night.remedies).guard().set(true);
        return play(night);
    }

    private static Simulation play(Simulation night) {
        night.launchesWork = t -> t < NO_LAUNCHES_FROM || t > LAUNCHES_AGAIN;
        night.propagationDelay = t -> t < LAUNCHES_AGAIN ? 0.4 : 60;
        night.runTo(LAUNCHES_AGAIN);
        night.forget();
        night.runTo(END);
        return night;
    }
}
