package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart renders into manifests that Kubernetes knows, whatever its values. */
class ChartTest {

    /** Containers of two small pods beside the region, in which people ask with dig or curl. */
    private static final long ROOM_FOR_PEOPLE_MB = 256;

    static List<String> valueSets() {
        return Chart.names();
    }

    private static Region region(String values) {
        return Chart.region(Objects.requireNonNull(Chart.VALUES.get(values)));
    }

    @Test
    void helmFindsNoFault() {
        LintResult lint = Chart.lint();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyFieldIsOneThatKubernetesHas(String values) {
        assertThat(region(values).pods()).hasSizeBetween(10, 14);
    }

    @Test
    void anUnknownFieldIsRefused() {
        String planted = Chart.render("").replaceFirst("readinessProbe:", "readynessProbe:");

        assertThatThrownBy(() -> StrictModel.read(planted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("readynessProbe");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        String planted = Chart.render("").replaceFirst("(?m)^kind: Service$", "kind: Service\nkind: Service");

        assertThatThrownBy(() -> StrictModel.read(planted)).hasMessageContaining("duplicate key kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    speeed: 60                  | speeed
                    speed: 300                  | speed
                    zones: 2                    | zones
                    dwfm: {replicas: 2}         | replicas
                    addresses: {first: 16}      | first
                    image: {registry: no-slash} | registry
                    persistence: {size: 1GB}    | size
                    lab: {enabled: maybe}       | enabled""")
    void theSchemaRefusesAndNamesTheValue(String values, String name) {
        NativeHelm.assumeThere();
        assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(name);
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void everyServiceHasAFixedAddressThatEveryPodKnowsByItsName(String values) {
        Region region = region(values);
        region.pods()
                .forEach((pod, template) -> template.getSpec()
                        .getHostAliases()
                        .forEach(alias -> assertThat(region.addresses()
                                        .getOrDefault(
                                                alias.getIp(),
                                                alias.getHostnames().getFirst()))
                                .as("%s in %s", alias.getIp(), pod)
                                .isEqualTo(alias.getHostnames().getFirst())));
        region.pods()
                .values()
                .forEach(template -> assertThat(known(template))
                        .containsAll(region.addresses().values()));
    }

    private static List<String> known(PodTemplateSpec template) {
        return template.getSpec().getHostAliases().stream()
                .flatMap(a -> a.getHostnames().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void route53IsTheOnlyResolver(String values) {
        Region region = region(values);
        Service route53 = Objects.requireNonNull(region.named(Service.class).get("fake-route53"));

        region.pods()
                .values()
                .forEach(
                        template -> assertThat(template.getSpec().getDnsConfig().getNameservers())
                                .containsExactly(route53.getSpec().getClusterIP()));
        assertThat(route53.getSpec().getPorts().stream()
                        .filter(p -> p.getPort() == 53)
                        .map(p -> p.getProtocol() + " " + p.getTargetPort().getIntVal()))
                .containsExactlyInAnyOrder("UDP 5300", "TCP 5300");
    }

    @Test
    void enactorsSpreadOverThreeZonesAndOnlyThere() {
        assertThat(spread("zones: 3")).containsExactly("dns-enactor-a", "dns-enactor-b", "dns-enactor-c");
        assertThat(spread("zones: 1")).isEmpty();
    }

    private static Set<String> spread(String values) {
        Region region = Chart.region(values);
        Set<String> pods = new TreeSet<>();
        region.pods()
                .forEach((pod, template) -> template.getSpec()
                        .getTopologySpreadConstraints()
                        .forEach(c -> {
                            assertThat(c.getTopologyKey()).isEqualTo("topology.kubernetes.io/zone");
                            assertThat(c.getMaxSkew()).isEqualTo(1);
                            assertThat(c.getMinDomains()).isEqualTo(3);
                            assertThat(c.getWhenUnsatisfiable()).isEqualTo("DoNotSchedule");
                            assertThat(region.selected(c.getLabelSelector()))
                                    .containsExactly("dns-enactor-a", "dns-enactor-b", "dns-enactor-c");
                            pods.add(pod);
                        }));
        return pods;
    }

    @Test
    void aFurtherHostNameReachesEveryService() {
        Region region = region("a team's");

        assertThat(region.containers().values())
                .filteredOn(p -> String.valueOf(p.container().getImage()).contains("/empty-record/"))
                .filteredOn(p -> !p.pod().equals("lab"))
                .hasSize(11)
                .allSatisfy(p -> assertThat(p.container().getEnv())
                        .anyMatch(e ->
                                e.getName().equals("LAB_HOSTS") && e.getValue().equals("team-3.lab.test")));
    }

    @Test
    void dwfmIsAStatefulSetWhoseClaimsGoWithIt() {
        StatefulSet dwfm = Chart.region("").all(StatefulSet.class).getFirst();

        assertThat(dwfm.getMetadata().getName()).isEqualTo("dwfm");
        assertThat(dwfm.getSpec().getReplicas()).isEqualTo(1);
        assertThat(dwfm.getSpec().getPersistentVolumeClaimRetentionPolicy().getWhenDeleted())
                .isEqualTo("Delete");
        assertThat(dwfm.getSpec().getVolumeClaimTemplates()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void theQuotaIsTheRegionsNeedAndTwoSmallPods(String values) {
        Region region = region(values);
        long need = region.containers().values().stream()
                .map(p -> p.container().getResources().getLimits().get("memory"))
                .mapToLong(ChartTest::megabytes)
                .sum();

        assertThat(megabytes(hard(region, "limits.memory"))).isEqualTo(need + ROOM_FOR_PEOPLE_MB);
        assertThat(number(hard(region, "pods"))).isEqualTo(region.pods().size() + 2);
        assertThat(number(hard(region, "services"))).isEqualTo(18);
        assertThat(region.all(Service.class)).hasSizeLessThanOrEqualTo(18);
        assertThat(number(hard(region, "services.nodeports"))).isZero();
        assertThat(number(hard(region, "services.loadbalancers"))).isZero();
    }

    private static Quantity hard(Region region, String resource) {
        return Objects.requireNonNull(
                region.all(ResourceQuota.class).getFirst().getSpec().getHard().get(resource), resource);
    }

    private static long megabytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity)
                .divide(BigDecimal.valueOf(1024 * 1024))
                .longValueExact();
    }

    private static long number(Quantity quantity) {
        return quantity.getNumericalAmount().longValueExact();
    }
}
