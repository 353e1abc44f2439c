package emptyrecord.route53.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.testkit.Program;
import emptyrecord.route53.Route53Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code aws route53 …} of Debian's package awscli, as people type it. */
class AwsCliIT {

    private static final String ZONE = "Z01REGIONAL";
    private static final String APEX = "dynamodb.us-east-1.amazonaws.test.";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    private static Program aws;

    @BeforeAll
    static void start() {
        aws = Program.orSkip("/usr/bin/aws", "awscli");
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static Program.Result route53(String... arguments) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        List<String> all = new ArrayList<>(List.of("--endpoint-url", "http://127.0.0.1:" + port, "--output", "json"));
        all.add("route53");
        all.addAll(List.of(arguments));
        return aws.run(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "lab",
                        "AWS_SECRET_ACCESS_KEY", "lab",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_CONFIG_FILE", folder.resolve("config").toString(),
                        "AWS_MAX_ATTEMPTS", "1",
                        "AWS_PAGER", ""),
                all);
    }

    private static JsonNode ok(String... arguments) {
        Program.Result result = route53(arguments);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output().isBlank() ? JSON.createObjectNode() : JSON.readTree(result.output());
    }

    private static Program.Result change(String changes) throws IOException {
        Path batch = folder.resolve("batch.json");
        Files.writeString(batch, "{\"Comment\":\"by hand\",\"Changes\":[" + changes + "]}");
        return route53("change-resource-record-sets", "--hosted-zone-id", ZONE, "--change-batch", "file://" + batch);
    }

    private static String address(String action, String name, String address) {
        return "{\"Action\":\"" + action + "\",\"ResourceRecordSet\":{\"Name\":\"" + name + APEX
                + "\",\"Type\":\"A\",\"TTL\":60,\"ResourceRecords\":[{\"Value\":\"" + address + "\"}]}}";
    }

    @Test
    void aChangeIsMadeAwaitedAndListed() throws IOException {
        Program.Result made = change(address("CREATE", "cli.", "10.0.0.1") + ","
                + "{\"Action\":\"UPSERT\",\"ResourceRecordSet\":{\"Name\":\"" + APEX
                + "\",\"Type\":\"A\",\"AliasTarget\":"
                + "{\"HostedZoneId\":\"" + ZONE + "\",\"DNSName\":\"cli." + APEX
                + "\",\"EvaluateTargetHealth\":false}}}");
        assertThat(made.exit()).as(made.output()).isZero();
        JsonNode info = JSON.readTree(made.output()).path("ChangeInfo");
        assertThat(info.path("Status").asString()).isEqualTo("PENDING");

        ok("wait", "resource-record-sets-changed", "--id", info.path("Id").asString());
        assertThat(ok("get-change", "--id", info.path("Id").asString())
                        .path("ChangeInfo")
                        .path("Status")
                        .asString())
                .isEqualTo("INSYNC");

        JsonNode all = ok("list-resource-record-sets", "--hosted-zone-id", ZONE);
        assertThat(all.path("ResourceRecordSets").findValuesAsString("Name")).contains(APEX, "cli." + APEX);
        assertThat(all.path("ResourceRecordSets").findValuesAsString("DNSName")).containsExactly("cli." + APEX);
    }

    @Test
    void pagesFollowEachOther() throws IOException {
        assertThat(change(address("UPSERT", "p1.", "10.0.0.1") + "," + address("UPSERT", "p2.", "10.0.0.2"))
                        .exit())
                .isZero();
        JsonNode first = ok("list-resource-record-sets", "--hosted-zone-id", ZONE, "--max-items", "1");
        assertThat(first.path("ResourceRecordSets").size()).isEqualTo(1);
        assertThat(first.path("NextToken").asString()).isNotEmpty();
        JsonNode byHand = ok(
                "list-resource-record-sets",
                "--hosted-zone-id",
                ZONE,
                "--start-record-name",
                "p1." + APEX,
                "--start-record-type",
                "A",
                "--no-paginate");
        assertThat(byHand.path("ResourceRecordSets").findValuesAsString("Name"))
                .containsExactly("p1." + APEX, "p2." + APEX);
    }

    @Test
    void zonesAreListedByName() {
        assertThat(ok("list-hosted-zones").path("HostedZones").size()).isGreaterThanOrEqualTo(5);
        assertThat(ok("list-hosted-zones-by-name", "--dns-name", APEX, "--max-items", "1")
                        .path("HostedZones")
                        .findValuesAsString("Id"))
                .containsExactly("/hostedzone/" + ZONE);
        assertThat(ok("get-hosted-zone", "--id", ZONE)
                        .path("DelegationSet")
                        .path("NameServers")
                        .size())
                .isEqualTo(4);
    }

    /** A zone is made, tagged, found by name, and deleted. */
    @Test
    void aZoneIsMadeTaggedFoundAndDeleted() {
        String id = ok("create-hosted-zone", "--name", "shop.test", "--caller-reference", "cli-1")
                .path("HostedZone")
                .path("Id")
                .asString();
        assertThat(route53("create-hosted-zone", "--name", "example.com", "--caller-reference", "cli-2")
                        .output())
                .contains("(InvalidDomainName)", "RFC 6761");

        String plain = id.substring(id.lastIndexOf('/') + 1);
        String type = "--resource-type=hostedzone";
        ok("change-tags-for-resource", type, "--resource-id", plain, "--add-tags", "Key=stage,Value=dev");
        assertThat(ok("list-tags-for-resource", type, "--resource-id", plain)
                        .path("ResourceTagSet")
                        .path("Tags")
                        .findValuesAsString("Value"))
                .containsExactly("dev");
        assertThat(ok("list-hosted-zones-by-name", "--dns-name", "shop.test", "--max-items", "1")
                        .path("HostedZones")
                        .findValuesAsString("Id"))
                .containsExactly(id);
        assertThat(ok("delete-hosted-zone", "--id", id)
                        .path("ChangeInfo")
                        .path("Status")
                        .asString())
                .isEqualTo("PENDING");
    }

    /** A health check is made, read, changed, and deleted, and a failover pair follows it. */
    @Test
    void aHealthCheckDecidesOverAPair() throws IOException {
        String config =
                "{\"Type\":\"TCP\",\"IPAddress\":\"127.0.0.1\",\"Port\":1,\"RequestInterval\":10,\"FailureThreshold\":1}";
        JsonNode made = ok("create-health-check", "--caller-reference", "cli-hc", "--health-check-config", config);
        String id = made.path("HealthCheck").path("Id").asString();
        assertThat(ok("list-health-checks").path("HealthChecks").findValuesAsString("Id"))
                .contains(id);
        Program.Result pair = change(failover(1, "PRIMARY", id) + "," + failover(2, "SECONDARY", ""));
        assertThat(pair.exit()).as(pair.output()).isZero();
        await().untilAsserted(() -> assertThat(ok("get-health-check-status", "--health-check-id", id)
                        .path("HealthCheckObservations")
                        .findValuesAsString("Status"))
                .hasSize(8)
                .containsOnly("Failure: Connection refused."));
        assertThat(ok("list-resource-record-sets", "--hosted-zone-id", ZONE)
                        .path("ResourceRecordSets")
                        .findValuesAsString("Failover"))
                .containsExactly("PRIMARY", "SECONDARY");
        assertThat(ok("update-health-check", "--health-check-id", id, "--health-check-version", "1", "--inverted")
                        .path("HealthCheck")
                        .path("HealthCheckVersion")
                        .asInt())
                .isEqualTo(2);
        assertThat(route53("update-health-check", "--health-check-id", id, "--health-check-version", "1")
                        .output())
                .contains("(HealthCheckVersionMismatch)");
        ok("delete-health-check", "--health-check-id", id);
        assertThat(route53("get-health-check", "--health-check-id", id).output())
                .contains("(NoSuchHealthCheck)");
        assertThat(ok("get-health-check-count").path("HealthCheckCount").asInt())
                .isZero();
    }

    private static String failover(int number, String role, String healthCheck) {
        return "{\"Action\":\"CREATE\",\"ResourceRecordSet\":{\"Name\":\"duo." + APEX
                + "\",\"Type\":\"A\",\"TTL\":60,\"SetIdentifier\":\"" + role + "\",\"Failover\":\"" + role
                + "\",\"ResourceRecords\":[{\"Value\":\"127.0." + number + ".10\"}]"
                + (healthCheck.isEmpty() ? "" : ",\"HealthCheckId\":\"" + healthCheck + "\"") + "}}";
    }

    @Test
    void everyReasonOfARefusedBatchIsShown() throws IOException {
        Program.Result refused =
                change(address("DELETE", "gone1.", "10.0.0.1") + "," + address("DELETE", "gone2.", "10.0.0.1"));
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output())
                .contains("(InvalidChangeBatch) when calling the ChangeResourceRecordSets operation")
                .contains("[name='gone1." + APEX + "', type='A'] but it was not found")
                .contains("[name='gone2." + APEX + "', type='A'] but it was not found");
    }

    @Test
    void errorsAreNamedAsRoute53NamesThem() {
        assertThat(route53("get-hosted-zone", "--id", "ZNONE").output())
                .contains("(NoSuchHostedZone)", "No hosted zone found with ID: ZNONE");
        assertThat(route53("get-change", "--id", "CNONE").output()).contains("(NoSuchChange)");
        assertThat(route53("list-resource-record-sets", "--hosted-zone-id", ZONE, "--start-record-type", "A")
                        .output())
                .contains("(InvalidInput)");
    }
}
