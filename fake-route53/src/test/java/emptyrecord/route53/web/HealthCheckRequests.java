package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.route53.Route53Application;
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

/** Requests about health checks, as the AWS SDK for Java sends them, and the service that {@link HealthCheckApiIT} asks. */
abstract class HealthCheckRequests {

    static final String ZONE = "Z05ELB";
    static final String APEX = "elb.us-east-1.amazonaws.test";
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    static URI endpoint;
    static Route53Client client;

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

    static HealthCheck make(Consumer<HealthCheckConfig.Builder> config) {
        return client.createHealthCheck(r ->
                        r.callerReference("ref-" + REFERENCES.incrementAndGet()).healthCheckConfig(config))
                .healthCheck();
    }

    static Consumer<HealthCheckConfig.Builder> tcp(int port) {
        return c -> c.type(HealthCheckType.TCP)
                .ipAddress("127.0.0.1")
                .port(port)
                .requestInterval(10)
                .failureThreshold(2);
    }

    static void submit(ResourceRecordSet... sets) {
        client.changeResourceRecordSets(r -> r.hostedZoneId(ZONE)
                .changeBatch(b -> b.changes(List.of(sets).stream()
                        .map(set -> software.amazon.awssdk.services.route53.model.Change.builder()
                                .action(ChangeAction.UPSERT)
                                .resourceRecordSet(set)
                                .build())
                        .toList())));
    }

    static ResourceRecordSet.Builder address(String name, String address) {
        return ResourceRecordSet.builder()
                .name(name + "." + APEX)
                .type(RRType.A)
                .ttl(1L)
                .setIdentifier(address)
                .resourceRecords(r -> r.value(address));
    }

    static String get(String path) {
        return ZoneRequests.send(HttpRequest.newBuilder(endpoint.resolve(path)).GET())
                .body();
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
