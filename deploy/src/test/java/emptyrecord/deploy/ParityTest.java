package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The chart and the compose files describe the same region, and a difference of either is found. */
class ParityTest {

    private static Compose compose() {
        return Compose.read(false, Map.of());
    }

    @Test
    void theyAreTheSame() {
        assertThat(Parity.differences(compose(), Chart.region(""))).isEmpty();
    }

    @Test
    void theyAreTheSameInADrill() {
        assertThat(Parity.differences(Compose.read(true, Map.of("LAB_TOKEN", "t")), Chart.region("drill: true")))
                .isEmpty();
    }

    @Test
    void whatIsSetInOneCanBeSetInTheOther() {
        Map<String, String> set = Map.of(
                "SPEED",
                "120",
                "SEED",
                "7",
                "GUARDS",
                "dns.fence,nm.coalesce",
                "UUID_NAMES",
                "true",
                "ALARM_STORM",
                "on",
                "TRACING",
                "true",
                "TAG",
                "v1");

        assertThat(Parity.differences(Compose.read(false, set), Chart.region("""
                                speed: 120
                                seed: 7
                                guards: dns.fence,nm.coalesce
                                uuidNames: true
                                alarmStorm: true
                                tracing: true
                                image: {tag: v1}""")))
                .isEmpty();
    }

    /** Without observability and the command line the chart lacks compose's profiles, and nothing else. */
    @Test
    void theSmallRegionLacksTheProfiles() {
        Compose compose = Compose.read(false, Map.of("SPEED", "120"));
        compose.services()
                .values()
                .removeIf(s -> !Compose.list(s.get("profiles")).isEmpty());

        assertThat(Parity.differences(compose, Chart.region(Objects.requireNonNull(Chart.VALUES.get("small")))))
                .isEmpty();
    }

    /** Compose's profile of tools is the chart's pod for commands. */
    @Test
    void withoutItsPodForCommandsTheChartLacksTheTools() {
        Compose compose = compose();
        compose.services()
                .values()
                .removeIf(s -> Compose.list(s.get("profiles")).contains("tools"));

        assertThat(compose.services()).doesNotContainKey("lab");
        assertThat(Parity.differences(compose, Chart.region("lab: {enabled: false}")))
                .isEmpty();
    }

    @Test
    void anotherImageOrSettingOfTheToolsIsFound() {
        Region region = Chart.region("");
        region.container("lab").setImage("empty-record/lab:old");
        region.container("lab").getEnv().removeIf(e -> e.getName().equals("LAB_TOKEN"));

        assertThat(Parity.differences(compose(), region))
                .containsExactly(
                        "lab: image: compose empty-record/lab:dev, chart empty-record/lab:old",
                        "lab: setting LAB_TOKEN: compose (the facilitator's token), chart (none)");
    }

    /** A difference is meant with its values, not for good. */
    @Test
    void anotherDifferenceThanTheOneMeantIsFound() {
        Region region = Chart.region("");
        region.container("lab").setCommand(List.of("sleep", "60"));
        Compose compose = compose();
        compose.service("lab").remove("user");

        assertThat(Parity.differences(compose, region))
                .containsExactly(
                        "lab: entry point: compose [], chart [sleep, 60]",
                        "lab: entry point: no longer differs as Meant says",
                        "lab: user: no longer differs as Meant says");
    }

    /** A fault planted into DWFM's container. */
    private static List<String> inChart(Consumer<Container> fault) {
        Region region = Chart.region("");
        fault.accept(region.container("dwfm"));
        return Parity.differences(compose(), region);
    }

    /** A fault planted into compose's DWFM. */
    private static List<String> inCompose(Consumer<Map<String, Object>> fault) {
        Compose compose = compose();
        fault.accept(compose.service("dwfm"));
        return Parity.differences(compose, Chart.region(""));
    }

    @Test
    void aMissingSettingIsFound() {
        assertThat(inChart(c -> c.getEnv().removeIf(e -> e.getName().equals("DWFM_NETWORKMANAGERURL"))))
                .containsExactly(
                        "dwfm: setting DWFM_NETWORKMANAGERURL: compose http://network-manager:7005, chart (none)");
    }

    @Test
    void aSettingThatComposeLacksIsFound() {
        assertThat(inChart(c -> c.getEnv().add(new EnvVar("DWFM_HOSTS", "8", null))))
                .containsExactly("dwfm: setting DWFM_HOSTS: compose (none), chart 8");
    }

    @Test
    void anotherValueIsFound() {
        assertThat(inChart(c -> c.getEnv().stream()
                        .filter(e -> e.getName().equals("LAB_DNSSERVER"))
                        .forEach(e -> e.setValue("10.96.0.10:53"))))
                .containsExactly("dwfm: setting LAB_DNSSERVER: compose <fake-route53>:53, chart 10.96.0.10:53");
    }

    @Test
    void aMissingProbeIsFound() {
        assertThat(inChart(c -> c.setReadinessProbe(null)))
                .singleElement()
                .asString()
                .startsWith("dwfm: health: compose Health[request=7004/actuator/health,")
                .endsWith("chart none");
    }

    @Test
    void anotherLimitImageOrVolumeIsFound() {
        assertThat(inChart(c -> c.getResources().getLimits().put("memory", new Quantity("300Mi"))))
                .containsExactly("dwfm: memory: compose 288Mi, chart 300Mi");
        assertThat(inChart(c -> c.setImage("empty-record/dwfm:old")))
                .containsExactly("dwfm: image: compose empty-record/dwfm:dev, chart empty-record/dwfm:old");
        assertThat(inChart(
                        c -> c.getVolumeMounts().removeIf(m -> m.getMountPath().equals("/tmp"))))
                .containsExactly("dwfm: volumes: compose {/data=data, /region=region, /tmp=memory}, chart"
                        + " {/data=data, /region=region}");
    }

    @Test
    void aServiceOrKeyThatTheChartLacksIsFound() {
        Compose compose = compose();
        compose.services().put("jaeger", new LinkedHashMap<>(compose.service("grafana")));
        assertThat(Parity.differences(compose, Chart.region("")))
                .singleElement()
                .asString()
                .startsWith("the region: services: ");

        assertThat(inCompose(s -> s.put("cpus", 2)))
                .containsExactly("dwfm: keys that this test does not compare: compose [cpus], chart []");
    }

    @Test
    void anotherPortOrOrderIsFound() {
        Region region = Chart.region("");
        Objects.requireNonNull(region.named(Service.class).get("dwfm"))
                .getSpec()
                .setPorts(List.of());
        assertThat(Parity.differences(compose(), region)).containsExactly("dwfm: ports: compose [7004/tcp], chart []");

        assertThat(inCompose(s -> s.put("depends_on", Map.of("dns-enactor-a", Map.of()))))
                .singleElement()
                .asString()
                .startsWith("dwfm: starts after: compose [dns-enactor-a:7011], chart");
    }
}
