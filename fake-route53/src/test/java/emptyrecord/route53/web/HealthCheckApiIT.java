package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.route53.Route53Application;
import emptyrecord.route53.health.Targets;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckAlreadyExistsException;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.HealthCheckObservation;
import software.amazon.awssdk.services.route53.model.HealthCheckRegion;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.HealthCheckVersionMismatchException;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchHealthCheckException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResettableElementName;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Health checks as the AWS SDK for Java speaks of them, against real endpoints on loopback. */
class HealthCheckApiIT {

    private static final String ZONE = "Z05ELB";
    private static final String APEX = "elb.us-east-1.amazonaws.test";
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    private static URI endpoint;
    private static Route53Client client;

    /** At this speed ten incident seconds are 50 ms. */
    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.speed=200", "--lab.data-dir=" + folder);
        endpoint = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
        client = Route53Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    private static HealthCheck make(Consumer<HealthCheckConfig.Builder> config) {
        return client.createHealthCheck(r ->
                        r.callerReference("ref-" + REFERENCES.incrementAndGet()).healthCheckConfig(config))
                .healthCheck();
    }

    private static Consumer<HealthCheckConfig.Builder> tcp(int port) {
        return c -> c.type(HealthCheckType.TCP)
                .ipAddress("127.0.0.1")
                .port(port)
                .requestInterval(10)
                .failureThreshold(2);
    }

    private static void submit(ResourceRecordSet... sets) {
        client.changeResourceRecordSets(r -> r.hostedZoneId(ZONE)
                .changeBatch(b -> b.changes(List.of(sets).stream()
                        .map(set -> software.amazon.awssdk.services.route53.model.Change.builder()
                                .action(ChangeAction.UPSERT)
                                .resourceRecordSet(set)
                                .build())
                        .toList())));
    }

    private static ResourceRecordSet.Builder address(String name, String address) {
        return ResourceRecordSet.builder()
                .name(name + "." + APEX)
                .type(RRType.A)
                .ttl(1L)
                .setIdentifier(address)
                .resourceRecords(r -> r.value(address));
    }

    private static String get(String path) {
        return ZoneRequests.send(HttpRequest.newBuilder(endpoint.resolve(path)).GET())
                .body();
    }

    private static void awaitAnswer(String name, String address) {
        await().untilAsserted(() -> assertThat(get("/answers?name=" + name + "." + APEX))
                .contains("\"answers\":[\"" + address + "\"]", "\"possible\":1"));
    }

    /** The demo: the primary goes down, DNS fails over without a change of the zone, and returns. */
    @Test
    void dnsFailsOverAndReturns() {
        try (Targets.Switchable primary = new Targets.Switchable()) {
            HealthCheck check = make(tcp(primary.port()));
            submit(
                    address("shop", "127.0.1.10")
                            .failover(ResourceRecordSetFailover.PRIMARY)
                            .healthCheckId(check.id())
                            .build(),
                    address("shop", "127.0.2.10")
                            .failover(ResourceRecordSetFailover.SECONDARY)
                            .build());
            awaitAnswer("shop", "127.0.1.10");
            primary.goDown();
            awaitAnswer("shop", "127.0.2.10");
            await().untilAsserted(() -> assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .hasSize(8)
                    .allSatisfy(o -> assertThat(o.statusReport().status()).isEqualTo("Failure: Connection refused.")));
            assertThat(get("/events")).contains("health-check-status-changed", check.id(), "unhealthy");
            primary.comeBack();
            awaitAnswer("shop", "127.0.1.10");
            await().untilAsserted(() -> assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .extracting(HealthCheckObservation::region)
                    .containsExactlyElementsOf(HealthCheckRegion.knownValues().stream()
                            .sorted(java.util.Comparator.comparing(
                                    region -> emptyrecord.route53.core.health.Pace.REGIONS.indexOf(region.toString())))
                            .toList()));
            assertThat(client.getHealthCheckLastFailureReason(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .isNotEmpty()
                    .allSatisfy(o -> assertThat(o.statusReport().status()).startsWith("Failure: "));
            assertThat(get("/actuator/prometheus"))
                    .contains("route53_health_checks{", "route53_health_probes_total{", "route53_health_probe_behind_");
        }
    }

    @Test
    void anUnhealthyWeightedRecordIsLeftOutAndAnAliasFollowsItsTarget() {
        try (Targets.Switchable one = new Targets.Switchable();
                Targets.Switchable two = new Targets.Switchable()) {
            String first = make(tcp(one.port())).id();
            String second = make(tcp(two.port())).id();
            submit(
                    address("pool", "127.0.1.10")
                            .weight(1L)
                            .healthCheckId(first)
                            .build(),
                    address("pool", "127.0.2.10")
                            .weight(1L)
                            .healthCheckId(second)
                            .build());
            submit(
                    alias("front", "pool", ResourceRecordSetFailover.PRIMARY),
                    address("front", "127.0.3.10")
                            .failover(ResourceRecordSetFailover.SECONDARY)
                            .build());
            await().untilAsserted(
                            () -> assertThat(get("/answers?name=front." + APEX)).contains("\"possible\":2"));
            one.goDown();
            awaitAnswer("pool", "127.0.2.10");
            awaitAnswer("front", "127.0.2.10");
            two.goDown();
            awaitAnswer("front", "127.0.3.10");
            assertThat(get("/answers?name=pool." + APEX))
                    .as("none is healthy, so all are")
                    .contains("\"possible\":2");
        }
    }

    private static ResourceRecordSet alias(String name, String target, ResourceRecordSetFailover role) {
        return ResourceRecordSet.builder()
                .name(name + "." + APEX)
                .type(RRType.A)
                .setIdentifier("alias")
                .failover(role)
                .aliasTarget(
                        t -> t.hostedZoneId(ZONE).dnsName(target + "." + APEX).evaluateTargetHealth(true))
                .build();
    }

    /** Of two endpoints one must be healthy; a status that is inverted or disabled counts as it is. */
    @Test
    void aCalculatedHealthCheckCountsItsChildren() {
        try (Targets.Switchable one = new Targets.Switchable()) {
            String child = make(tcp(one.port())).id();
            String broken = make(tcp(1)).id();
            HealthCheck sum = make(
                    c -> c.type(HealthCheckType.CALCULATED).healthThreshold(1).childHealthChecks(child, broken));
            submit(
                    address("calc", "127.0.1.10")
                            .failover(ResourceRecordSetFailover.PRIMARY)
                            .healthCheckId(sum.id())
                            .build(),
                    address("calc", "127.0.2.10")
                            .failover(ResourceRecordSetFailover.SECONDARY)
                            .build());
            awaitAnswer("calc", "127.0.1.10");
            one.goDown();
            awaitAnswer("calc", "127.0.2.10");
            client.updateHealthCheck(r -> r.healthCheckId(broken).disabled(true));
            awaitAnswer("calc", "127.0.1.10");
            client.updateHealthCheck(r -> r.healthCheckId(broken).inverted(true));
            awaitAnswer("calc", "127.0.2.10");
            client.updateHealthCheck(r -> r.healthCheckId(sum.id()).healthThreshold(0));
            awaitAnswer("calc", "127.0.1.10");
            assertThatThrownBy(() -> client.getHealthCheckStatus(r -> r.healthCheckId(sum.id())))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void anEndpointIsSearchedForAString() throws java.io.IOException {
        var server = Targets.http(200, "all is well");
        HealthCheck check = make(c -> c.type(HealthCheckType.HTTP_STR_MATCH)
                .ipAddress("127.0.0.1")
                .port(server.getAddress().getPort())
                .resourcePath("/health")
                .searchString("is <well> & fine")
                .requestInterval(10)
                .failureThreshold(1));
        assertThat(check.healthCheckConfig().searchString()).isEqualTo("is <well> & fine");
        awaitReport(check.id(), "Failure: The response body did not contain the specified search string.");
        client.updateHealthCheck(r -> r.healthCheckId(check.id()).searchString("is well"));
        awaitReport(check.id(), "Success: HTTP Status Code 200");
        server.stop(0);
        awaitReport(check.id(), "Failure: Connection refused.");
    }

    private static void awaitReport(String id, String report) {
        await().untilAsserted(() -> assertThat(
                        client.getHealthCheckStatus(r -> r.healthCheckId(id)).healthCheckObservations())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.statusReport().status()).isEqualTo(report)));
    }

    /** The name leads to 127.0.0.1 by the zones' own data; without a zone there is nothing to ask. */
    @Test
    void aNameIsResolvedFromTheZones() {
        try (Targets.Switchable target = new Targets.Switchable()) {
            submit(ResourceRecordSet.builder()
                    .name("host." + APEX)
                    .type(RRType.A)
                    .ttl(1L)
                    .resourceRecords(r -> r.value("127.0.0.1"))
                    .build());
            HealthCheck check = make(c -> c.type(HealthCheckType.TCP)
                    .fullyQualifiedDomainName("host." + APEX)
                    .port(target.port())
                    .requestInterval(10));
            awaitReport(check.id(), "Success: The TCP connection was established.");
            submit(ResourceRecordSet.builder()
                    .name("host." + APEX)
                    .type(RRType.A)
                    .ttl(1L)
                    .resourceRecords(r -> r.value("192.0.2.1"))
                    .build());
            await().untilAsserted(() -> assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(check.id()))
                            .healthCheckObservations())
                    .allSatisfy(o -> assertThat(o.statusReport().status()).contains("DNS resolution failed")));
        }
    }

    @Test
    void theSameRequestReturnsTheSameHealthCheck() {
        Consumer<HealthCheckConfig.Builder> http = c ->
                c.type(HealthCheckType.HTTP).ipAddress("127.0.0.1").port(8080).resourcePath("/health");
        HealthCheck made = client.createHealthCheck(
                        r -> r.callerReference("same").healthCheckConfig(http))
                .healthCheck();
        assertThat(made.healthCheckVersion()).isEqualTo(1);
        assertThat(made.healthCheckConfig())
                .returns(30, HealthCheckConfig::requestInterval)
                .returns(3, HealthCheckConfig::failureThreshold)
                .returns(false, HealthCheckConfig::inverted)
                .returns(false, HealthCheckConfig::disabled)
                .returns("/health", HealthCheckConfig::resourcePath);
        assertThat(client.createHealthCheck(r -> r.callerReference("same").healthCheckConfig(http))
                        .healthCheck())
                .isEqualTo(made);
        assertThatThrownBy(() -> client.createHealthCheck(
                        r -> r.callerReference("same").healthCheckConfig(http.andThen(c -> c.port(81)))))
                .isInstanceOfSatisfying(
                        HealthCheckAlreadyExistsException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(409));
        assertThat(client.getHealthCheck(r -> r.healthCheckId(made.id())).healthCheck())
                .isEqualTo(made);
    }

    @Test
    void anUpdateKeepsWhatItDoesNotName() {
        HealthCheck made = make(c -> c.type(HealthCheckType.HTTP)
                .ipAddress("127.0.0.1")
                .port(8080)
                .resourcePath("/health")
                .fullyQualifiedDomainName("www.example.com")
                .regions(HealthCheckRegion.US_EAST_1, HealthCheckRegion.EU_WEST_1, HealthCheckRegion.SA_EAST_1));
        HealthCheckConfig changed = client.updateHealthCheck(r -> r.healthCheckId(made.id())
                        .healthCheckVersion(1L)
                        .failureThreshold(5)
                        .resetElements(ResettableElementName.REGIONS, ResettableElementName.RESOURCE_PATH))
                .healthCheck()
                .healthCheckConfig();
        assertThat(changed)
                .returns(5, HealthCheckConfig::failureThreshold)
                .returns(null, HealthCheckConfig::resourcePath)
                .returns("www.example.com", HealthCheckConfig::fullyQualifiedDomainName);
        assertThat(changed.regions()).isEmpty();
        assertThatThrownBy(() -> client.updateHealthCheck(
                        r -> r.healthCheckId(made.id()).healthCheckVersion(1L).failureThreshold(4)))
                .isInstanceOfSatisfying(
                        HealthCheckVersionMismatchException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(409));
        assertThat(update(made.id(), "<RequestInterval>10</RequestInterval>"))
                .contains("InvalidInput", "RequestInterval of a health check cannot be changed");
        assertThat(update(made.id(), "<FailureThreshold>eleven</FailureThreshold>"))
                .contains("InvalidInput", "FailureThreshold must be a number");
    }

    private static String update(String id, String content) {
        return ZoneRequests.send(HttpRequest.newBuilder(endpoint.resolve("/2013-04-01/healthcheck/" + id))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "<UpdateHealthCheckRequest>" + content + "</UpdateHealthCheckRequest>")))
                .body();
    }

    @Test
    void whatIsNotServedIsRefusedWithASentence() {
        Map<String, Consumer<HealthCheckConfig.Builder>> wrong = Map.ofEntries(
                Map.entry(
                        "type HTTPS are not served",
                        c -> c.type(HealthCheckType.HTTPS).ipAddress("127.0.0.1")),
                Map.entry("type CLOUDWATCH_METRIC are not served", c -> c.type(HealthCheckType.CLOUDWATCH_METRIC)),
                Map.entry("type RECOVERY_CONTROL are not served", c -> c.type(HealthCheckType.RECOVERY_CONTROL)),
                Map.entry(
                        "127.0.0.0/8",
                        c -> c.type(HealthCheckType.TCP).ipAddress("8.8.8.8").port(53)),
                Map.entry("with LAB_OWNNETWORK=true", tcp(80).andThen(c -> c.ipAddress("10.0.0.1"))),
                Map.entry("must be an IPv4 or IPv6", tcp(80).andThen(c -> c.ipAddress("localhost"))),
                Map.entry(
                        "lies in none of the hosted zones",
                        c -> c.type(HealthCheckType.HTTP).fullyQualifiedDomainName("www.example.com")),
                Map.entry("needs an IPAddress or a", c -> c.type(HealthCheckType.HTTP)),
                Map.entry("needs a Port", c -> c.type(HealthCheckType.TCP).ipAddress("127.0.0.1")),
                Map.entry("Port must be a number", tcp(80).andThen(c -> c.port(0))),
                Map.entry("RequestInterval must be 10 or 30", tcp(80).andThen(c -> c.requestInterval(20))),
                Map.entry("FailureThreshold must be", tcp(80).andThen(c -> c.failureThreshold(0))),
                Map.entry("has no ResourcePath", tcp(80).andThen(c -> c.resourcePath("/"))),
                Map.entry("SearchString belongs to", tcp(80).andThen(c -> c.searchString("x"))),
                Map.entry("at least 3 different ones", tcp(80).andThen(c -> c.regionsWithStrings("us-east-1"))),
                Map.entry(
                        "does not exist",
                        c -> c.type(HealthCheckType.CALCULATED)
                                .healthThreshold(1)
                                .childHealthChecks("none")),
                Map.entry("needs a HealthThreshold", c -> c.type(HealthCheckType.CALCULATED)));
        wrong.forEach((sentence, config) -> assertThatThrownBy(() -> make(config))
                .as(sentence)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(sentence));
    }

    @Test
    void healthChecksAreListedCountedTaggedAndDeleted() {
        List<String> ids =
                List.of(make(tcp(80)).id(), make(tcp(81)).id(), make(tcp(82)).id());
        assertThat(client.listHealthChecksPaginator(r -> r.maxItems("2")).healthChecks())
                .extracting(HealthCheck::id)
                .containsSubsequence(ids)
                .doesNotHaveDuplicates()
                .hasSize(client.getHealthCheckCount().healthCheckCount().intValue());
        client.changeTagsForResource(r -> r.resourceType(TagResourceType.HEALTHCHECK)
                .resourceId(ids.getFirst())
                .addTags(Tag.builder().key("Name").value("web").build()));
        assertThat(client.listTagsForResource(
                                r -> r.resourceType(TagResourceType.HEALTHCHECK).resourceId(ids.getFirst()))
                        .resourceTagSet()
                        .tags())
                .extracting(Tag::value)
                .containsExactly("web");
        submit(address("kept", "127.0.1.10")
                .weight(1L)
                .healthCheckId(ids.get(1))
                .build());
        client.deleteHealthCheck(r -> r.healthCheckId(ids.get(1)));
        assertThatThrownBy(() -> client.deleteHealthCheck(r -> r.healthCheckId(ids.get(1))))
                .isInstanceOf(NoSuchHealthCheckException.class);
        assertThatThrownBy(() -> client.listTagsForResource(
                        r -> r.resourceType(TagResourceType.HEALTHCHECK).resourceId(ids.get(1))))
                .isInstanceOf(NoSuchHealthCheckException.class);
        assertThatThrownBy(() -> submit(address("new", "127.0.1.10")
                        .weight(1L)
                        .healthCheckId(ids.get(1))
                        .build()))
                .isInstanceOf(NoSuchHealthCheckException.class);
    }

    @Test
    void failoverRecordsFollowRoute53sRules() {
        submit(address("pair", "127.0.1.10")
                .failover(ResourceRecordSetFailover.PRIMARY)
                .build());
        assertThatThrownBy(() -> submit(address("pair", "127.0.2.10")
                        .failover(ResourceRecordSetFailover.PRIMARY)
                        .build()))
                .isInstanceOf(InvalidChangeBatchException.class);
        assertThatThrownBy(() -> submit(address("pair", "127.0.2.10").weight(1L).build()))
                .isInstanceOf(InvalidChangeBatchException.class)
                .hasMessageContaining("different routing policy");
        for (ResourceRecordSet wrong : List.of(
                address("pair", "127.0.2.10").failover("THIRD").build(),
                address("pair", "127.0.2.10")
                        .failover(ResourceRecordSetFailover.SECONDARY)
                        .weight(1L)
                        .build(),
                address("pair", "127.0.2.10")
                        .setIdentifier(null)
                        .failover(ResourceRecordSetFailover.SECONDARY)
                        .build())) {
            assertThatThrownBy(() -> submit(wrong)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(client.listResourceRecordSets(r -> r.hostedZoneId(ZONE)
                                .startRecordName("pair." + APEX)
                                .maxItems("1"))
                        .resourceRecordSets())
                .singleElement()
                .returns(ResourceRecordSetFailover.PRIMARY, ResourceRecordSet::failover)
                .returns("127.0.1.10", ResourceRecordSet::setIdentifier);
    }
}
