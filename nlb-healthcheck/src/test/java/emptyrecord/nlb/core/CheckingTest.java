package emptyrecord.nlb.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import emptyrecord.nlb.DefaultRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The state machine at its edges: bring-up, refusals, restart. */
class CheckingTest {

    private static final FleetPlan PLAN =
            FleetPlan.of(List.of("us-east-1a", "us-east-1b", "us-east-1c"), 8, 2, "127.1.{zone}.{host}");

    private final Checking checking = new Checking(
            DefaultRules.rules(),
            PLAN,
            Remedies.declaredIn(new Guards(), DefaultRules.rules()),
            new SplittableRandom(1),
            Simulation.START);

    @Test
    void bringUpLaunchesOneAtATimeAndRestsAfterARefusal() {
        checking.start(new FleetMemory(List.of()));
        List<Effect.Launch> first = launches(0.1);
        assertThat(first).hasSize(1);
        assertThat(launches(0.3)).hasSize(2);
        checking.launchRefused(Simulation.START.plus(Simulation.minutes(0.31)), first.getFirst());
        assertThat(launches(0.8)).isEmpty();
        assertThat(launches(1.0)).isNotEmpty();
    }

    @Test
    void restartTakesUpTheFleetAndLaunchesOnlyWhatIsMissing() {
        List<FleetFact> facts = new ArrayList<>();
        PLAN.nodes().stream().skip(1).forEach(node -> {
            facts.add(fact(FleetFact.Kind.LAUNCHED, Role.NODE, node.name(), node.zone()));
            facts.add(fact(FleetFact.Kind.PASSED, Role.NODE, node.name(), node.zone()));
        });
        PLAN.targets().forEach(t -> facts.add(fact(FleetFact.Kind.LAUNCHED, Role.TARGET, t.name(), t.zone())));
        for (int k = 1; k <= 16; k++) {
            facts.add(fact(FleetFact.Kind.LAUNCHED, Role.CHECKER, "checker-" + k, "us-east-1a"));
        }
        facts.add(fact(FleetFact.Kind.GONE, Role.NODE, "left-over", "us-east-1a"));
        List<Effect> effects = checking.start(new FleetMemory(facts));
        assertThat(effects).contains(new Effect.Terminate("i-left-over"));
        assertThat(checking.view().inDnsShare()).isEqualTo(23 / 24.0);
        assertThat(checking.view().checkers()).isEqualTo(16);
        assertThat(launches(5)).extracting(Effect.Launch::slot).containsExactly("nlb-1a-1");
    }

    private List<Effect.Launch> launches(double minute) {
        return checking.advance(Simulation.START.plus(Simulation.minutes(minute))).stream()
                .filter(Effect.Launch.class::isInstance)
                .map(Effect.Launch.class::cast)
                .toList();
    }

    private static FleetFact fact(FleetFact.Kind kind, Role role, String slot, String zone) {
        return new FleetFact(kind, role, slot, zone, "i-" + slot, Simulation.START.plus(Simulation.minutes(1000)));
    }
}
