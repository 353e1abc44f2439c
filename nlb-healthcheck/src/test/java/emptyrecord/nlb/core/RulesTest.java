package emptyrecord.nlb.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guards;
import emptyrecord.nlb.DefaultRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each small rule beside its sibling. */
class RulesTest {

    private static final Instant T0 = Simulation.START;
    private static final Instant LATER = T0.plusSeconds(60);

    @Test
    void oneFailureDecidesAtOnceAndThreeWhenDamped() {
        VerdictRule night = new VerdictRule.AtOnce(1, 1);
        VerdictRule damped = new VerdictRule.Damped();
        assertThat(night.healthy(true, 1, 0)).isFalse();
        assertThat(damped.healthy(true, 2, 0)).isTrue();
        assertThat(damped.healthy(true, 3, 0)).isFalse();
        assertThat(night.healthy(false, 0, 1)).isTrue();
        assertThat(damped.healthy(false, 0, 1)).isFalse();
        assertThat(damped.healthy(false, 0, 2)).isTrue();
    }

    @Test
    void lateCountsAsFailingOrAsUnknown() {
        assertThat(LateResults.COUNT_AS_FAILING.unhealthy(false, true)).isTrue();
        assertThat(LateResults.ARE_UNKNOWN.unhealthy(false, true)).isFalse();
        assertThat(LateResults.ARE_UNKNOWN.unhealthy(true, false)).isTrue();
    }

    @Test
    void velocityIsUnlimitedOrOneZoneAnHour() {
        Velocity night = new Velocity.Unlimited();
        Velocity remedy = new Velocity.OneAtATime(Duration.ofMinutes(60));
        assertThat(night.allows(2, Optional.of(T0), LATER)).isTrue();
        assertThat(remedy.allows(1, Optional.empty(), LATER)).isFalse();
        assertThat(remedy.allows(0, Optional.of(T0), LATER)).isFalse();
        assertThat(remedy.allows(0, Optional.of(T0), T0.plus(Duration.ofMinutes(60))))
                .isTrue();
    }

    @Test
    void zoneLeavesAboveTheThresholdAndNotAtIt() {
        assertThat(zonesWithdrawn(3)).as("3 of 10 failing is the threshold").isZero();
        assertThat(zonesWithdrawn(4)).isEqualTo(1);
    }

    @Test
    void memoryKeepsWhoPlaysWhatAndWhatIsToGo() {
        FleetMemory memory = new FleetMemory(List.of(
                fact(FleetFact.Kind.LAUNCHED, "nlb-1a-1", "i-1"),
                fact(FleetFact.Kind.PASSED, "nlb-1a-1", "i-1"),
                fact(FleetFact.Kind.LAUNCHED, "nlb-1a-2", "i-2"),
                fact(FleetFact.Kind.GONE, "nlb-1a-1", "i-1"),
                fact(FleetFact.Kind.LAUNCHED, "nlb-1a-1", "i-3"),
                fact(FleetFact.Kind.GONE, "nlb-1a-2", "i-2"),
                fact(FleetFact.Kind.TERMINATED, "", "i-2"),
                fact(FleetFact.Kind.BROUGHT_UP, "", "")));
        assertThat(memory.playing(Role.NODE)).extracting(FleetFact::instanceId).containsExactly("i-3");
        assertThat(memory.passed("i-1")).isFalse();
        assertThat(memory.toTerminate()).containsExactly("i-1");
        assertThat(memory.broughtUp()).isTrue();
        assertThat(new FleetMemory(memory.facts()).facts()).isEqualTo(memory.facts());
    }

    @Test
    void planLaysTheSameFleetInEveryZone() {
        FleetPlan plan = FleetPlan.of(List.of("us-east-1a", "us-east-1b"), 2, 1, "127.1.{zone}.{host}");
        assertThat(plan.nodes())
                .extracting(NodeSpec::name, NodeSpec::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("nlb-1a-1", "127.1.1.11"),
                        org.assertj.core.groups.Tuple.tuple("nlb-1a-2", "127.1.1.12"),
                        org.assertj.core.groups.Tuple.tuple("nlb-1b-1", "127.1.2.11"),
                        org.assertj.core.groups.Tuple.tuple("nlb-1b-2", "127.1.2.12"));
        assertThat(plan.targets()).extracting(FleetPlan.TargetSpec::zone).containsExactly("us-east-1a", "us-east-1b");
    }

    private static long zonesWithdrawn(int failing) {
        CheckingContext context = new CheckingContext(DefaultRules.rules(), new SplittableRandom(1), T0);
        Remedies remedies = Remedies.declaredIn(new Guards(), DefaultRules.rules());
        List<NodeState> nodes = IntStream.rangeClosed(1, 10)
                .mapToObj(k -> new NodeState(new NodeSpec("nlb-1a-" + k, "us-east-1a", "127.1.1.1" + k), T0))
                .toList();
        nodes.forEach(node -> node.place("i-" + node.spec().name(), false, T0));
        nodes.stream().skip(failing).forEach(node -> node.verdict(true, T0));
        ZoneFailover failover =
                new ZoneFailover(context, remedies, new Trust(context, remedies), Map.of("us-east-1a", nodes));
        failover.evaluate();
        return failover.failovers();
    }

    private static FleetFact fact(FleetFact.Kind kind, String slot, String instanceId) {
        return new FleetFact(kind, Role.NODE, slot, "us-east-1a", instanceId, T0);
    }
}
