package emptyrecord.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.Cli;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.platform.NetworkPlatform;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvCommandTest {

    @Test
    void aShellReadsTheAddressesOfTheRegionThatIsNamed(@TempDir Path home) {
        try (Cli lab = new Cli(home)) {
            Cli.Ran first = lab.run("env");
            Cli.Ran named = lab.run("--name", "team-3", "env");

            assertThat(first.status()).isEqualTo(ExitStatus.OK);
            assertThat(first.out().lines())
                    .contains(
                            "export REGION_DNS='127.0.0.1'",
                            "export REGION_DNS_PORT='5300'",
                            "export REGION_CONTROL_ROOM='http://127.0.0.1:7000'",
                            "export AWS_ENDPOINT_URL_DYNAMODB='http://127.0.1.10:8000'",
                            "export AWS_ACCESS_KEY_ID='lab'")
                    .allMatch(line -> line.matches("export [A-Z0-9_]+='[^']+'"));
            assertThat(named.out()).contains("AWS_ENDPOINT_URL_EC2='http://127.101.0.1:7004'");
        }
    }

    @Test
    void insideTheRegionsNetworkServicesHaveTheirNames() {
        NetworkPlatform inside = NetworkPlatform.of(
                        Map.of(NetworkPlatform.VARIABLE, "true", "LAB_DNSSERVER", "10.91.1.53:5300"))
                .orElseThrow();

        assertThat(EnvCommand.variables(inside))
                .containsEntry("REGION_DNS", "10.91.1.53")
                .containsEntry("AWS_ENDPOINT_URL_ROUTE_53", "http://fake-route53:7001")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://fake-dynamo:8000");
    }
}
