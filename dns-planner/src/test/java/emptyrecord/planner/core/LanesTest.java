package emptyrecord.planner.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One lane lets generations pass as fast as the planner's period; of two, only a lost address passes that fast. */
class LanesTest {

    private static final Instant NOW = Instant.parse("2025-10-20T06:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(2);
    private static final Duration SLOW = Duration.ofMinutes(10);

    private static final Reading A = new Reading.Healthy("lb-1a", "127.0.1.10", 100);
    private static final Reading B = new Reading.Healthy("lb-1b", "127.0.2.10", 100);
    private static final Reading HALF_B = new Reading.Healthy("lb-1b", "127.0.2.10", 50);
    private static final Reading A_OUT = new Reading.Out("lb-1a", "127.0.1.10", "no answer");
    private static final Reading B_OUT = new Reading.Out("lb-1b", "127.0.2.10", "no answer");

    private final PlannerRemedies remedies = PlannerRemedies.declare(new Guards(), SLOW);
    private final Planner planner = new Planner(
            List.of(new Planner.EndpointName("regional", "regional.test", false)), TreeNames.READABLE, remedies);
    private Optional<Plan> last = Optional.empty();

    /** The planner's reading after so many minutes; whether it wrote a plan. */
    private boolean look(long minutes, Reading... readings) {
        Planner.Decision made = planner.next(last, List.of(readings), NOW.plus(Duration.ofMinutes(minutes)));
        Optional<Plan> written = switch (made) {
            case Planner.Decision.Fresh fresh -> Optional.of(fresh.plan());
            case Planner.Decision.KeptLastSet kept -> Optional.of(kept.plan());
            case Planner.Decision.NothingKnown nothing -> Optional.empty();
            case Planner.Decision.InSlowLane waiting -> Optional.empty();
        };
        last = written.or(() -> last);
        return written.isPresent();
    }

    /** The addresses of the newest plan. */
    private List<Plan.LoadBalancer> written() {
        return last.orElseThrow().endpoints().getFirst().loadBalancers();
    }

    private long plansOfAnHour(boolean slowLane, boolean flapping) {
        remedies.slowLane().set(slowLane);
        long plans = 0;
        for (long minutes = 0; minutes < 60; minutes += PERIOD.toMinutes()) {
            boolean out = flapping && minutes / PERIOD.toMinutes() % 2 == 1;
            plans += look(minutes, out ? A_OUT : A, B) ? 1 : 0;
        }
        return plans;
    }

    @Test
    void inOneLaneEachPeriodBringsAPlanThoughNothingIsDifferent() {
        assertThat(plansOfAnHour(false, false)).isEqualTo(30);
    }

    @Test
    void inTheSlowLaneAPlanWaitsUntilTheLastOneIsOld() {
        assertThat(plansOfAnHour(true, false)).isEqualTo(6);
        assertThat(remedies.slowLane().timesActed()).isEqualTo(24);
    }

    @Test
    void aLostAddressDoesNotWait() {
        remedies.slowLane().set(true);
        assertThat(look(0, A, B)).isTrue();
        assertThat(look(2, A_OUT, B)).isTrue();
        assertThat(written()).extracting(Plan.LoadBalancer::name).containsExactly("lb-1b");
    }

    @Test
    void whatComesBackAndOtherWeightsWait() {
        remedies.slowLane().set(true);
        assertThat(look(0, A_OUT, B)).isTrue();
        assertThat(look(2, A, B)).isFalse();
        assertThat(look(4, A, HALF_B)).isFalse();
        assertThat(look(10, A, HALF_B)).isTrue();
        assertThat(written()).extracting(Plan.LoadBalancer::weight).containsExactly(100, 50);
    }

    @Test
    void whenAllAreOutNothingIsTakenOutSoItWaitsToo() {
        remedies.slowLane().set(true);
        assertThat(look(0, A, B)).isTrue();
        assertThat(look(2, A_OUT, B_OUT)).isFalse();
        assertThat(look(10, A_OUT, B_OUT)).isTrue();
    }

    @Test
    void aLoadBalancerThatFlapsBringsTwoPlansInEachSlowPeriodAndNoMore() {
        assertThat(plansOfAnHour(true, true)).isBetween(7L, 12L);
    }

    @Test
    void aLastPlanOfAnotherClockIsNotWaitedFor() {
        remedies.slowLane().set(true);
        assertThat(look(60, A, B)).isTrue();
        assertThat(look(0, A, B)).isTrue();
    }
}
