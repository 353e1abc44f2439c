package emptyrecord.lab.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBalancerFleetTest {

    private static final String DYNAMO = "DYNAMO_LOADBALANCERS_";
    private static final String PLANNER = "PLANNER_LOADBALANCERS_";

    private static List<ServiceSpec> services(LoopbackPlan place, @Nullable Integer count) {
        RegionLayout region = new RegionLayout(place);
        return region.services().stream().map(region.fleet(count)::sized).toList();
    }

    private static List<String> values(ServiceSpec service, String prefix, String suffix) {
        return service.environment().entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix) && e.getKey().endsWith(suffix))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    @Test
    void threeAreTheRegionAsItIs() {
        assertThat(services(LoopbackPlan.FIRST, null)).isEqualTo(RegionLayout.FIRST.services());
        assertThat(services(LoopbackPlan.FIRST, 3)).isEqualTo(RegionLayout.FIRST.services());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 100, 300})
    void plannerAndDynamoDbAgreeOnEachNameAndAddress(int count) {
        List<ServiceSpec> services = services(new LoopbackPlan(7), count);
        ServiceSpec dynamo = RegionLayout.named("fake-dynamo", services);
        ServiceSpec planner = RegionLayout.named("dns-planner", services);

        for (String what : List.of("_NAME", "_ADDRESS")) {
            assertThat(values(planner, PLANNER, what))
                    .hasSize(count)
                    .doesNotHaveDuplicates()
                    .isEqualTo(values(dynamo, DYNAMO, what));
        }
        assertThat(values(dynamo, DYNAMO, "_ADDRESS")).allMatch(a -> a.matches("127\\.107\\.[123]\\.[0-9]{2,3}"));
        assertThat(values(planner, PLANNER, "_URL"))
                .isEqualTo(values(dynamo, DYNAMO, "_ADDRESS").stream()
                        .map(a -> "http://" + a + ":8000")
                        .sorted()
                        .toList());
        assertThat(dynamo.otherPorts()).hasSize(count);
    }

    @Test
    void zonesShareThemAndNoAddressIsTakenTwice() {
        List<ServiceSpec> services = services(LoopbackPlan.FIRST, 300);
        Map<String, Long> zones = values(RegionLayout.named("fake-dynamo", services), DYNAMO, "_ZONE").stream()
                .collect(Collectors.groupingBy(zone -> zone, Collectors.counting()));
        assertThat(zones)
                .hasSize(3)
                .allSatisfy((zone, count) -> assertThat(count).isEqualTo(100));
        assertThat(services.stream().flatMap(s -> Stream.concat(Stream.of(s.address()), s.otherPorts().stream())))
                .doesNotHaveDuplicates();
    }

    @Test
    void theHeapOfRoute53GrowsByMoreThanItsZonesMay() {
        ServiceSpec small = RegionLayout.named("fake-route53", RegionLayout.FIRST.services());
        ServiceSpec large = RegionLayout.named("fake-route53", services(LoopbackPlan.FIRST, 300));
        int zones = Integer.parseInt(
                large.environment().getOrDefault("ROUTE53_ZONESBYTESMAX", "").replace("MB", ""));
        assertThat(large.heapMegabytes() - small.heapMegabytes()).isGreaterThan(zones);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 301})
    void anotherNumberIsRefusedWithTheBounds(int count) {
        assertThatThrownBy(() -> RegionLayout.FIRST.fleet(count))
                .hasMessage("--load-balancers must lie between 3 (one in each zone) and 300, not " + count);
    }
}
