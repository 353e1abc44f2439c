package emptyrecord.planner.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.dns.TreeNames;
import emptyrecord.kit.switchboard.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Instant NOW = Instant.parse("2025-10-20T06:00:00Z");
    private static final Reading FULL = new Reading.Healthy("lb-1a", "127.0.1.10", 100);
    private static final Reading HALF = new Reading.Healthy("lb-1b", "127.0.2.10", 50);
    private static final Reading OUT = new Reading.Out("lb-1a", "127.0.1.10", "no answer");

    private static final List<Planner.EndpointName> ENDPOINTS = List.of(
            new Planner.EndpointName("fips", "fips.test", false),
            new Planner.EndpointName("regional", "regional.test", false));

    private final PlannerRemedies remedies = PlannerRemedies.declare(new Guards(), Duration.ofMinutes(10));
    private final Planner planner = new Planner(ENDPOINTS, TreeNames.READABLE, remedies);

    private Plan fresh(Optional<Plan> last, Reading... readings) {
        return ((Planner.Decision.Fresh) planner.next(last, List.of(readings), NOW)).plan();
    }

    @Test
    void onePlanCoversAllEndpointsInTheirOrder() {
        Plan plan = fresh(Optional.empty(), FULL, HALF);

        assertThat(plan.generation()).isEqualTo(1);
        assertThat(plan.endpoints()).extracting(Plan.Endpoint::zone).containsExactly("fips.test", "regional.test");
        assertThat(plan.endpoints().getFirst().loadBalancers())
                .containsExactly(
                        new Plan.LoadBalancer("lb-1a", "127.0.1.10", 100),
                        new Plan.LoadBalancer("lb-1b", "127.0.2.10", 50));
    }

    @Test
    void aDualStackEndpointGetsTheIpv4MappedAddressBesideTheIpv4One() {
        Planner dualStack = new Planner(
                List.of(new Planner.EndpointName("dual-stack", "dual.test", true)), TreeNames.READABLE, remedies);
        Plan plan = ((Planner.Decision.Fresh) dualStack.next(Optional.empty(), List.of(FULL), NOW)).plan();
        var balancer = new Plan.LoadBalancer("lb-1a", "127.0.1.10", 100, "::ffff:127.0.1.10");

        assertThat(plan.endpoints().getFirst().loadBalancers()).containsExactly(balancer);
        assertThat(dualStack.next(Optional.of(plan), List.of(OUT), NOW))
                .as("kept as it was while all are out")
                .isInstanceOfSatisfying(
                        Planner.Decision.KeptLastSet.class,
                        kept -> assertThat(kept.plan().endpoints().getFirst().loadBalancers())
                                .containsExactly(balancer));
    }

    @Test
    void generationsFollowEachOther() {
        Plan first = fresh(Optional.empty(), FULL);
        assertThat(fresh(Optional.of(first), FULL).generation()).isEqualTo(2);
    }

    @Test
    void aLoadBalancerThatIsOutIsLeftOut() {
        assertThat(fresh(Optional.empty(), OUT, HALF).endpoints().getFirst().loadBalancers())
                .containsExactly(new Plan.LoadBalancer("lb-1b", "127.0.2.10", 100));
    }

    @Test
    void whenAllAreOutTheLastSetStays() {
        Plan first = fresh(Optional.empty(), FULL, HALF);

        assertThat(planner.next(Optional.of(first), List.of(OUT), NOW))
                .isInstanceOfSatisfying(
                        Planner.Decision.KeptLastSet.class,
                        kept -> assertThat(kept.plan().endpoints()).allSatisfy(e -> {
                            assertThat(e.loadBalancers())
                                    .isEqualTo(first.endpoints().getFirst().loadBalancers());
                            assertThat(e.tree()).isEqualTo("plan-2." + e.zone());
                        }));
    }

    @Test
    void aPlanNamesItsTreesReadablyOrByUuids() {
        assertThat(fresh(Optional.empty(), FULL).endpoints())
                .extracting(Plan.Endpoint::tree)
                .containsExactly("plan-1.fips.test", "plan-1.regional.test");

        Planner night = new Planner(ENDPOINTS, TreeNames.UUIDS, remedies);
        assertThat(night.next(Optional.empty(), List.of(FULL), NOW))
                .isInstanceOfSatisfying(
                        Planner.Decision.Fresh.class,
                        made -> assertThat(made.plan().endpoints())
                                .allSatisfy(e -> assertThat(e.tree()).isEqualTo(TreeNames.UUIDS.tree(e.zone(), 1)))
                                .extracting(Plan.Endpoint::tree)
                                .doesNotHaveDuplicates());
    }

    @Test
    void whenNothingWasEverKnownThereIsNoPlan() {
        assertThat(planner.next(Optional.empty(), List.of(OUT), NOW)).isInstanceOf(Planner.Decision.NothingKnown.class);
    }
}
