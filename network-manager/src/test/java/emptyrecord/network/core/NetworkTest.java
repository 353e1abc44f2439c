package emptyrecord.network.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest extends OneNetwork {

    @Test
    void anInstanceIsReachedFromEachZoneWhenThatZoneKnowsIt() {
        report(launch(ONE, Remedies.A), START);
        assertThat(reaches(ONE, Remedies.A)).isFalse();

        network.advance(after(16.1));
        assertThat(reaches(ONE, Remedies.A)).isTrue();
        assertThat(reaches(ONE, Remedies.C)).isFalse();

        network.advance(after(16.5));
        assertThat(reaches(ONE, Remedies.C)).isTrue();
    }

    @Test
    void theCallersOwnInstanceMustBeKnownWhereTheTargetRuns() {
        report(launch(ONE, Remedies.A), START);
        network.advance(after(60));
        report(launch(TWO, Remedies.B), after(60));
        Call call = new Call(ONE, Remedies.B, Optional.of(TWO));
        assertThat(network.reaches(call)).isFalse();

        network.advance(after(120));
        assertThat(network.reaches(call)).isTrue();
        report(end(TWO), after(121));
        assertThat(network.reaches(call)).isFalse();
    }

    @Test
    void packetsToATerminatedOrUnknownInstanceAreLost() {
        report(launch(ONE, Remedies.A), START);
        network.advance(after(60));
        report(end(ONE), after(60));

        assertThat(reaches(ONE, Remedies.A)).isFalse();
        assertThat(reaches(TWO, Remedies.A)).isFalse();
    }

    @Test
    void aPusherGoesOnFromItsPlannedEndHoweverLateItWakes() {
        for (int i = 1; i <= 6; i++) {
            report(launch(new InstanceId("i-%08x".formatted(i)), Remedies.A), START);
        }
        network.advance(after(1000));

        // two idle pushers take a task at once; the other four start with 3, 2, 1 and 0 tasks behind them
        List<Instant> ends = network.news().stream()
                .filter(s -> s.zone().equals(Remedies.A))
                .map(Settled::at)
                .toList();
        assertThat(ends.subList(0, 2)).containsOnly(after(16.08));
        assertThat(ends.get(2)).isEqualTo(after(16.08 + 16.08 * (1 + 2 / 250.0)));
        assertThat(ends.get(3)).isEqualTo(after(16.08 + 16.08 * (1 + 3 / 250.0)));
        assertThat(ends.get(5)).isBefore(after(16.08 * 3.05));
    }

    @Test
    void aClockThatStepsBackChangesNothing() {
        report(launch(ONE, Remedies.A), START);
        network.advance(after(60));
        network.advance(after(30));
        report(launch(TWO, Remedies.A), after(40));

        assertThat(network.find(TWO).map(i -> i.launch().at())).contains(after(60));
    }

    @Test
    void aRepeatedReportIsTheSameReport() {
        assertThat(report(launch(ONE, Remedies.A), START)).isInstanceOf(Verdict.Fresh.class);
        assertThat(report(launch(ONE, Remedies.A), START)).isEqualTo(new Verdict.AlreadyAccepted());
        assertThat(report(end(ONE), START)).isInstanceOf(Verdict.Fresh.class);
        assertThat(report(end(ONE), START)).isEqualTo(new Verdict.AlreadyAccepted());
        assertThat(report(launch(ONE, Remedies.A), START)).isEqualTo(new Verdict.AlreadyAccepted());

        network.advance(after(600));
        assertThat(network.news()).hasSize(6);
    }

    @Test
    void theEndOfAnInstanceFromBeforeThisMemoryIsPropagated() {
        Report end = new Report(TWO, Optional.of(Remedies.A), Change.TERMINATED, 1);

        assertThat(report(end, START)).isInstanceOf(Verdict.Fresh.class);
        assertThat(report(end, START)).isEqualTo(new Verdict.AlreadyAccepted());
        assertThat(network.find(TWO).orElseThrow().terminated()).isTrue();
        network.advance(after(600));
        assertThat(network.news()).hasSize(3);
    }

    @Test
    void anInstanceDoesNotMoveAndDoesNotEndUnborn() {
        report(launch(ONE, Remedies.A), START);

        assertThat(report(launch(ONE, Remedies.B), START)).isEqualTo(new Verdict.OtherZone(Remedies.A));
        assertThat(report(end(TWO), START)).isEqualTo(new Verdict.UnknownInstance());
        assertThatThrownBy(() -> new Report(ONE, Optional.empty(), Change.LAUNCHED, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("az");
        assertThatThrownBy(() -> new InstanceId("i-NONSENSE")).hasMessageContaining("i-0123456789abcdef0");
    }

    @Test
    void endedInstancesAreForgottenAWhileAfterEveryZoneKnows() {
        report(launch(ONE, Remedies.A), START);
        report(end(ONE), START);
        network.advance(START.plus(Duration.ofMinutes(119)));
        assertThat(network.forget()).isZero();

        network.advance(START.plus(Duration.ofMinutes(121)));
        assertThat(network.forget()).isEqualTo(1);
        assertThat(network.find(ONE)).isEmpty();
        assertThat(network.memory()).isEmpty();
    }

    @Test
    void moreWorkersStartAtOnceAndFewerFinishWhatTheyDo() {
        for (int i = 1; i <= 8; i++) {
            report(launch(new InstanceId("i-%08x".formatted(i)), Remedies.A), START);
        }
        assertThat(network.longestQueue()).isEqualTo(6);
        network.workers(5);
        assertThat(network.longestQueue()).isEqualTo(3);
        network.workers(1);
        network.advance(after(17));
        assertThat(network.longestQueue()).isEqualTo(2);
    }

    @Test
    void theThrottleRefusesLaunchesAndTakesTerminations() {
        for (int i = 1; i <= 13; i++) {
            report(launch(new InstanceId("i-%08x".formatted(i)), Remedies.A), START);
        }
        assertThat(network.longestQueue()).isEqualTo(11);
        InstanceId next = new InstanceId("i-0000ffff");
        assertThat(network.judge(launch(next, Remedies.A), START)).isInstanceOf(Verdict.Fresh.class);

        remedies.throttle.set(true);
        assertThat(network.judge(launch(next, Remedies.A), START)).isEqualTo(new Verdict.Throttled(11));
        assertThat(network.judge(end(ONE), START)).isInstanceOf(Verdict.Fresh.class);
        assertThat(remedies.throttle.timesActed()).isEqualTo(1);
    }

    @Test
    void coalescingLeavesOutBothTasksOfAnInstanceThatCameAndWent() {
        remedies.coalesce.set(true);
        report(launch(new InstanceId("i-0000000a"), Remedies.A), START);
        report(launch(new InstanceId("i-0000000b"), Remedies.A), START);
        report(launch(ONE, Remedies.A), START);
        report(end(ONE), START);

        network.advance(after(60));
        assertThat(network.news().stream()
                        .filter(s -> s.change().instance().equals(ONE))
                        .map(Settled::outcome))
                .hasSize(6)
                .containsOnly(Settled.Outcome.SKIPPED);
        assertThat(network.states(after(60))).allMatch(q -> q.pushed() == 2 && q.wasted() == 0);
        assertThat(remedies.coalesce.timesActed()).isEqualTo(6);
    }

    @Test
    void theReadyGateHoldsBackUntilEveryZoneKnows() {
        report(launch(ONE, Remedies.A), START);
        assertThat(network.ready(ONE, START)).isTrue();

        remedies.readyGate.set(true);
        assertThat(network.ready(ONE, START)).isFalse();
        assertThat(network.ready(TWO, START)).isFalse();
        network.advance(after(60));
        assertThat(network.ready(ONE, after(60))).isTrue();
        assertThat(remedies.readyGate.timesActed()).isEqualTo(2);
    }

    /** After a kill at any time the memory restores the same network from all accepted changes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRestartFromTheMemoryGoesOnWhereItStopped(long seed) {
        RandomGenerator chance = new Random(seed);
        remedies.coalesce.set(chance.nextBoolean());
        Instant now = START;
        for (int i = 0; i < 200; i++) {
            now = now.plusMillis(chance.nextLong(20_000));
            InstanceId id = new InstanceId("i-%08x".formatted(chance.nextInt(60)));
            int placement = 1 + chance.nextInt(3);
            Change change = chance.nextBoolean() ? Change.LAUNCHED : Change.TERMINATED;
            report(new Report(id, Optional.of(Remedies.A), change, placement), now);
        }
        Network restarted = new Network(remedies.exact(), now);
        network.memory().forEach(restarted::restore);
        assertThat(restarted.memory()).containsExactlyInAnyOrderElementsOf(network.memory());

        restarted.resume(now);
        Instant later = now.plus(Duration.ofHours(1));
        network.advance(later);
        restarted.advance(later);
        for (Instance instance : network.instances()) {
            Instance twin = restarted.find(instance.id()).orElseThrow();
            assertThat(twin.terminated()).isEqualTo(instance.terminated());
            assertThat(twin.placement()).isEqualTo(instance.placement());
            assertThat(Remedies.ZONES).allSatisfy(z -> {
                assertThat(twin.isSettled(Change.LAUNCHED, z)).isTrue();
                assertThat(twin.isSettled(Change.TERMINATED, z)).isEqualTo(instance.terminated());
            });
        }
    }
}
