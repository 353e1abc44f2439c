package emptyrecord.lab.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.home.ServiceSpec;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPlatformTest {

    private static final StartOptions DEFAULTS = new StartOptions(null, null, false, false, false, false, false, null);

    private static Map<String, String> environment(String network, @Nullable String dns) {
        Map<String, String> environment = new HashMap<>(Map.of("LAB_INNETWORK", network));
        if (dns != null) {
            environment.put("LAB_DNSSERVER", dns);
        }
        return environment;
    }

    private static NetworkPlatform inside() {
        return NetworkPlatform.of(environment("true", "10.91.1.53:5300")).orElseThrow();
    }

    @Test
    void withoutTheVariableThereIsNone() {
        assertThat(NetworkPlatform.of(Map.of())).isEmpty();
        assertThat(NetworkPlatform.of(environment("false", null))).isEmpty();
    }

    @Test
    void everyServiceIsReachedByItsNameAndItsOwnPort() {
        assertThat(inside().services())
                .hasSize(11)
                .allSatisfy(s -> assertThat(s.host()).isEqualTo(s.name()))
                .anySatisfy(s -> assertThat(s.url()).hasToString("http://dns-enactor-b:7012"));
        assertThat(inside().dns().getHostString()).isEqualTo("10.91.1.53");
        assertThat(inside().dns().getPort()).isEqualTo(5300);
        assertThat(inside().doors())
                .containsEntry("DNS", "10.91.1.53 -p 5300")
                .containsEntry("DynamoDB", "http://fake-dynamo:8000");
    }

    @Test
    void peopleReachThePageByAnotherAddressThanTheNetworks() {
        Map<String, String> environment = environment("true", "10.91.1.53:5300");
        assertThat(inside().page()).hasToString("http://control-room:7000");
        environment.put("LAB_PAGE", "http://127.0.0.1:7100");
        assertThat(NetworkPlatform.of(environment).orElseThrow().page()).hasToString("http://127.0.0.1:7100");
        environment.put("LAB_PAGE", "127.0.0.1:7100");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> NetworkPlatform.of(environment))
                .withMessageStartingWith("LAB_PAGE takes the control room's address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "TRUE", " "})
    void anotherValueThanTrueOrFalseIsRefused(String value) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> NetworkPlatform.of(environment(value, "10.91.1.53:5300")))
                .withMessage("LAB_INNETWORK takes true or false, not '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({
        ",nothing",
        "10.91.1.53,'10.91.1.53'",
        ":5300,':5300'",
        "host:0,'host:0'",
        "host:70000,'host:70000'",
        "host:x,'host:x'"
    })
    void aDnsServerWithoutHostOrPortIsRefused(@Nullable String address, String named) {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> NetworkPlatform.of(environment("true", address)))
                .withMessageContaining("LAB_DNSSERVER takes the region's DNS as host:port")
                .withMessageContaining(named);
    }

    @Test
    void whatOnlyTheHostCanDoNamesTheHostsCommand() {
        NetworkPlatform inside = inside();
        ServiceSpec dwfm = inside.named("dwfm");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(inside::requireStartable)
                .withMessageContaining("docker compose up -d --wait");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> inside.start(DEFAULTS, services -> {}))
                .withMessageContaining("docker compose up -d --wait");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(inside::stop)
                .withMessageContaining("docker compose down");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> inside.stop(dwfm))
                .withMessageContaining("docker compose stop dwfm");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> inside.startAgain(dwfm))
                .withMessageContaining("docker compose start dwfm");
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> inside.log("dwfm", 20))
                .withMessageContaining("docker compose logs -n 20 dwfm");
    }

    @Test
    void inAClusterDockersCommandsAreNotNamed() {
        Map<String, String> pod = environment("true", "10.96.0.16:53");
        pod.put("KUBERNETES_SERVICE_HOST", "10.96.0.1");
        NetworkPlatform inside = NetworkPlatform.of(pod).orElseThrow();

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(inside::stop)
                .withMessage("the region's pods are stopped from outside this one;"
                        + " with helm or kubectl, see docs/kubernetes.md");
    }
}
