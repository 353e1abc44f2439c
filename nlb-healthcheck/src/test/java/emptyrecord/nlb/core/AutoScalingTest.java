package emptyrecord.nlb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import emptyrecord.kit.switchboard.Guards;
import emptyrecord.nlb.DefaultRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checkers' auto-scaling: whom it replaces, whom it takes away, how long they live. */
class AutoScalingTest {

    private final CheckingContext context =
            new CheckingContext(DefaultRules.rules(), new SplittableRandom(1), Simulation.START);
    private final CheckerFleet fleet = new CheckerFleet(context);
    private final List<String> replaced = new ArrayList<>();
    private final ReplaceUnreachable rule = new ReplaceUnreachable(context, fleet, checker -> {
        fleet.retire(checker, node -> {});
        replaced.add(checker.instanceId());
    });

    @BeforeEach
    void threeOldCheckersAndAYoungOne() {
        List.of("i-1", "i-2", "i-3").forEach(this::enter);
        passMinutes(15);
        enter("i-young");
        passMinutes(5.1);
    }

    @Test
    void oldestUnreachableCheckerIsReplacedAndNoOther() {
        rule.look();
        assertThat(asked()).containsExactly("i-1");
        rule.answer("i-1", Propagated.EVERYWHERE);
        assertThat(asked()).containsExactly("i-2");
        rule.answer("i-2", Propagated.NOT_EVERYWHERE);
        rule.answer("i-3", Propagated.NOT_EVERYWHERE);
        assertThat(replaced).containsExactly("i-2");
        assertThat(asked()).isEmpty();

        rule.look();
        assertThat(asked())
                .as("a checker known to be reachable is not asked about again")
                .containsExactly("i-3");
        rule.answer("i-3", Propagated.NOT_EVERYWHERE);
        assertThat(replaced).containsExactly("i-2", "i-3");
    }

    @Test
    void youngReachableAndDoubtfulCheckersStay() {
        rule.look();
        rule.answer("i-1", Propagated.EVERYWHERE);
        rule.answer("i-2", Propagated.EVERYWHERE);
        rule.answer("i-3", Propagated.EVERYWHERE);
        assertThat(asked()).doesNotContain("i-young");
        passMinutes(15);
        rule.look();
        assertThat(asked()).containsExactly("i-young");
        rule.answer("i-young", Propagated.UNKNOWN);
        rule.answer("i-young", Propagated.NOT_EVERYWHERE);
        assertThat(replaced).isEmpty();
    }

    @Test
    void retiredWhileAskedAboutMeansTheNextOne() {
        rule.look();
        fleet.retire(fleet.longestInServiceFirst().getFirst(), node -> {});
        rule.answer("i-1", Propagated.NOT_EVERYWHERE);
        rule.answer("i-2", Propagated.NOT_EVERYWHERE);
        assertThat(replaced).containsExactly("i-2");
    }

    @Test
    void fleetGrowsWhileLateAndTheOldestGoesWhenItIsNot() {
        Launches launches = new Launches(context);
        WarmUp warmUp = new WarmUp(context, Remedies.declaredIn(new Guards(), DefaultRules.rules()));
        CheckerFleet grown = new CheckerFleet(context);
        CheckerKeeper keeper = new CheckerKeeper(context, grown, launches, warmUp, List.of("us-east-1a"), node -> {});
        keeper.start(IntStream.rangeClosed(1, 16).mapToObj(this::remembered).toList());
        for (int i = 0; i < 10; i++) {
            keeper.scale(Simulation.minutes(1.81));
        }
        assertThat(keeper.wanted()).isEqualTo(32);
        assertThat(keeper.onTheirWay()).isEqualTo(16);
        context.take();
        keeper.scale(Simulation.minutes(0.95));
        assertThat(keeper.wanted()).as("none too many are there yet").isEqualTo(32);
        keeper.up(remembered(17));
        keeper.scale(Simulation.minutes(0.97));
        assertThat(keeper.wanted()).isEqualTo(32);
        keeper.scale(Simulation.minutes(0.95));
        assertThat(keeper.wanted()).isEqualTo(31);
        assertThat(context.take())
                .contains(new Effect.CheckerRetired("checker-1", "us-east-1a", "i-1", "scaled-in"))
                .contains(new Effect.Terminate("i-1"));
    }

    @Test
    void firstLivesAreStratifiedAndLaterOnesExponential() {
        Checking checking = new Checking(
                DefaultRules.rules(),
                FleetPlan.of(List.of("us-east-1a", "us-east-1b", "us-east-1c"), 8, 2, "127.1.{zone}.{host}"),
                Remedies.declaredIn(new Guards(), DefaultRules.rules()),
                new SplittableRandom(1),
                Simulation.START);
        checking.start(new FleetMemory(List.of()));
        List<Double> checkers = IntStream.rangeClosed(1, 16)
                .mapToObj(k -> life(checking, new Effect.Launch(Role.CHECKER, "checker-" + k, "us-east-1a", true)))
                .toList();
        for (int k = 0; k < 16; k++) {
            assertThat(1 - Math.exp(-checkers.get(k) / 500)).isBetween(k / 16.0 - 1e-6, (k + 1) / 16.0 + 1e-6);
        }
        List<Integer> nodes = IntStream.rangeClosed(1, 24)
                .mapToObj(k -> "nlb-1" + "abc".charAt((k - 1) / 8) + "-" + ((k - 1) % 8 + 1))
                .map(slot -> life(checking, new Effect.Launch(Role.NODE, slot, "us-east-1a", true)))
                .map(life -> (int) (life / (8000 / 24.0)))
                .toList();
        assertThat(nodes)
                .doesNotHaveDuplicates()
                .isNotEqualTo(nodes.stream().sorted().toList());
        double mean = IntStream.range(0, 2000)
                .mapToDouble(k -> life(checking, new Effect.Launch(Role.CHECKER, "checker-99", "us-east-1a", false)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(500, within(40.0));
    }

    private static double life(Checking checking, Effect.Launch launch) {
        return checking.launched(Simulation.START, launch, "i-x").stream()
                .filter(Effect.Remember.class::isInstance)
                .map(effect -> ((Effect.Remember) effect).fact().until())
                .mapToDouble(until -> Duration.between(Simulation.START, until).toNanos() / 6e10)
                .sum();
    }

    private FleetFact remembered(int k) {
        Instant until = Simulation.START.plus(Simulation.minutes(1000));
        return new FleetFact(FleetFact.Kind.LAUNCHED, Role.CHECKER, "checker-" + k, "us-east-1a", "i-" + k, until);
    }

    private void enter(String instanceId) {
        fleet.enter(new CheckerState("checker-of-" + instanceId, "us-east-1a", instanceId, context.now()));
    }

    private void passMinutes(double minutes) {
        context.agenda().advance(context.now().plus(Simulation.minutes(minutes)));
    }

    private List<String> asked() {
        return context.take().stream()
                .filter(Effect.AskPropagation.class::isInstance)
                .map(effect -> ((Effect.AskPropagation) effect).instanceId())
                .toList();
    }
}
