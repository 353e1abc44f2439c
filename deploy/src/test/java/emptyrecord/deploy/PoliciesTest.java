package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value set keeps the policies, and a violation of each is found. */
class PoliciesTest {

    static List<String> valueSets() {
        return Chart.names();
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void theChartKeepsThem(String values) {
        assertThat(Policies.violations(Chart.region(Objects.requireNonNull(Chart.VALUES.get(values)))))
                .isEmpty();
    }

    private static Region small() {
        return Chart.region(Objects.requireNonNull(Chart.VALUES.get("small")));
    }

    private static List<String> planted(Consumer<Container> fault) {
        Region region = small();
        fault.accept(region.container("dwfm"));
        return Policies.violations(region);
    }

    private static List<String> plantedInPod(Consumer<PodSpec> fault) {
        Region region = small();
        fault.accept(Objects.requireNonNull(region.pods().get("dwfm")).getSpec());
        return Policies.violations(region);
    }

    @Test
    void aMissingProbeIsFound() {
        assertThat(planted(c -> c.setReadinessProbe(null))).containsExactly("dwfm/dwfm: has a readiness probe");
        assertThat(planted(c -> c.setStartupProbe(null))).containsExactly("dwfm/dwfm: has a startup probe");
    }

    @Test
    void aProbeThatWouldRepairTheNightIsFound() {
        assertThat(planted(c -> c.setLivenessProbe(c.getReadinessProbe())))
                .containsExactly("dwfm/dwfm: has no liveness probe, which would repair the night");
    }

    /** What is not probed sleeps. */
    @Test
    void aServiceThatIsNotProbedIsFound() {
        Region region = Chart.region("");
        Container lab = region.container("lab");
        lab.setCommand(List.of());
        lab.getPorts().add(new ContainerPort(7009, null, null, "http", "TCP"));

        assertThat(Policies.violations(region))
                .containsExactly(
                        "lab/lab: sleeps, since it is not probed", "lab/lab: serves nothing, since it is not probed");
    }

    @Test
    void aContainerWithoutLimitsOrWithPowersIsFound() {
        assertThat(planted(c -> c.setResources(null))).hasSize(2).allMatch(v -> v.startsWith("dwfm/dwfm: "));
        assertThat(planted(c -> c.setSecurityContext(null))).hasSize(3);
        assertThat(planted(c -> c.getSecurityContext().setReadOnlyRootFilesystem(false)))
                .containsExactly("dwfm/dwfm: has a root file system that cannot be written");
        assertThat(planted(c -> c.getSecurityContext().getCapabilities().setAdd(List.of("NET_ADMIN"))))
                .containsExactly("dwfm/dwfm: has no capability");
    }

    @Test
    void whatBelongsToTheHostIsFound() {
        assertThat(planted(c -> c.getPorts().add(new ContainerPort(7004, null, 7004, "x", "TCP"))))
                .containsExactly("dwfm/dwfm: no port of the host");
        assertThat(plantedInPod(p -> p.setHostNetwork(true))).containsExactly("dwfm: no host network");
        assertThat(plantedInPod(p -> p.getSecurityContext().setRunAsNonRoot(null)))
                .containsExactly("dwfm: runs not as root");
    }

    @Test
    void aForwarderBetweenAPodAndRoute53IsFound() {
        assertThat(plantedInPod(p -> p.setDnsPolicy("ClusterFirst")))
                .containsExactly("dwfm: asks Route 53 and no forwarder");
    }

    @Test
    void anOpenNamespaceIsFound() {
        assertThat(Policies.violations(Policies.without(small(), NetworkPolicy.class, "default-deny")))
                .containsExactly("the namespace: is closed unless something is opened");

        Region open = small();
        open.named(NetworkPolicy.class)
                .forEach((name, policy) -> policy.getSpec().getIngress().forEach(rule -> rule.setFrom(List.of())));
        assertThat(Policies.violations(open))
                .containsExactly("within-the-region: opens nothing to the outside but the control room's port");
    }

    @Test
    void aPodThatADrainMayTakeIsFound() {
        assertThat(Policies.violations(Policies.without(small(), PodDisruptionBudget.class, "dwfm")))
                .containsExactly("dwfm: has one disruption budget");
    }
}
