package emptyrecord.network.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that stop and start: each start is a placement of its own. */
class PlacementTest extends OneNetwork {

    @Test
    void aStartedInstanceIsReachedFromAZoneWhenThatZoneKnowsItsNewDroplet() {
        report(launch(ONE, Remedies.A), START);
        report(end(ONE), START);
        network.advance(after(600));
        Report started = placed(2, Change.LAUNCHED);
        assertThat(report(started, after(600))).isInstanceOf(Verdict.Fresh.class);
        assertThat(report(started, after(600))).isEqualTo(new Verdict.AlreadyAccepted());
        assertThat(report(end(ONE), after(600))).as("its old end").isEqualTo(new Verdict.AlreadyAccepted());
        assertThat(reaches(ONE, Remedies.A)).isFalse();

        network.advance(after(1200));
        assertThat(Remedies.ZONES).allMatch(zone -> reaches(ONE, zone));
        assertThat(network.forget()).as("the end of the old placement").isZero();
        assertThat(report(placed(2, Change.TERMINATED), after(1200))).isInstanceOf(Verdict.Fresh.class);
        assertThat(reaches(ONE, Remedies.A)).isFalse();
    }

    /** The zones still have news of the old droplet to work off: it is wasted, and coalescing leaves it out. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void newsOfADropletThatAnInstanceHasLeftTellsNothing(boolean coalesce) {
        remedies.coalesce.set(coalesce);
        report(launch(TWO, Remedies.A), START);
        report(launch(new InstanceId("i-00000003"), Remedies.A), START);
        report(launch(ONE, Remedies.A), START);
        report(end(ONE), START);
        report(placed(2, Change.LAUNCHED), START);

        network.advance(after(600));
        assertThat(Remedies.ZONES).allMatch(zone -> reaches(ONE, zone));
        assertThat(network.states(after(600)))
                .allMatch(q -> q.pushed() == (coalesce ? 3 : 5) && q.wasted() == (coalesce ? 0 : 1));
        assertThat(network.find(ONE).orElseThrow().terminated()).isFalse();
    }

    @Test
    void theThrottleRefusesAStartAsALaunch() {
        for (int i = 2; i <= 14; i++) {
            report(launch(new InstanceId("i-%08x".formatted(i)), Remedies.A), START);
        }
        report(launch(ONE, Remedies.A), START);
        report(end(ONE), START);
        remedies.throttle.set(true);
        assertThat(network.judge(placed(2, Change.LAUNCHED), START)).isInstanceOf(Verdict.Throttled.class);
    }

    private static Report placed(int placement, Change change) {
        return new Report(ONE, Optional.of(Remedies.A), change, placement);
    }
}
