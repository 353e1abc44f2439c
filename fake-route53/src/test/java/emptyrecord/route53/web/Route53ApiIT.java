package emptyrecord.route53.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.events.EventLog;
import emptyrecord.route53.Route53Application;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The control API as the AWS SDK for Java speaks it. */
class Route53ApiIT extends ZoneRequests {

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    private static URI endpoint;
    private static Route53Client client;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + folder);
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        endpoint = URI.create("http://127.0.0.1:" + port);
        client = newClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        service.close();
    }

    private static Route53Client newClient() {
        return Route53Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("lab", "lab")))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    private static ResourceRecordSet alias(String name, String target) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(RRType.A)
                .aliasTarget(t -> t.hostedZoneId(ZONE).dnsName(target).evaluateTargetHealth(false))
                .build();
    }

    private static ResourceRecordSet lock(String holder) {
        return ResourceRecordSet.builder()
                .name("_lock." + APEX)
                .type(RRType.TXT)
                .ttl(60L)
                .resourceRecords(r -> r.value("\"holder=" + holder + " until=1\""))
                .build();
    }

    @Override
    Route53Client client() {
        return client;
    }

    @Override
    URI endpoint() {
        return endpoint;
    }

    private static String submit(Route53Client with, Change... changes) {
        return with.changeResourceRecordSets(r -> r.hostedZoneId(ZONE).changeBatch(b -> b.changes(changes)))
                .changeInfo()
                .id();
    }

    @Test
    void zonesAreListedAndFound() {
        assertThat(client.listHostedZones().hostedZones())
                .extracting(z -> z.id() + " " + z.name())
                .contains(ZONE + " " + APEX)
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(client.listHostedZones(r -> r.maxItems("2")).nextMarker()).isEqualTo("Z03FIPS");
        assertThat(client.listHostedZonesByName(r -> r.dnsName(APEX).maxItems("1"))
                        .hostedZones())
                .singleElement()
                .satisfies(z -> assertThat(z.name()).isEqualTo(APEX));
        assertThat(client.getHostedZone(r -> r.id(ZONE)).delegationSet().nameServers())
                .hasSize(4);
    }

    @Test
    void aChangeIsPendingAndThenInSync() {
        String id = submit(client, change(ChangeAction.CREATE, a("sync." + APEX, "10.0.0.1")));
        await().until(() -> client.getChange(r -> r.id(id)).changeInfo().status() == ChangeStatus.INSYNC);
        assertThat(client.getChange(r -> r.id(id)).changeInfo().submittedAt()).isNotNull();
    }

    @Test
    void recordSetsAreListedInOrderAndByPages() {
        submit(
                client,
                change(ChangeAction.CREATE, a("lb-1.page." + APEX, "10.0.0.1")),
                change(ChangeAction.CREATE, a("lb-2.page." + APEX, "10.0.0.2")),
                change(
                        ChangeAction.CREATE,
                        alias("page." + APEX, "lb-1.page." + APEX).toBuilder()
                                .setIdentifier("lb-1")
                                .weight(10L)
                                .build()),
                change(
                        ChangeAction.CREATE,
                        alias("page." + APEX, "lb-2.page." + APEX).toBuilder()
                                .setIdentifier("lb-2")
                                .weight(20L)
                                .build()));
        ListResourceRecordSetsResponse first = client.listResourceRecordSets(
                r -> r.hostedZoneId(ZONE).startRecordName("page." + APEX).maxItems("1"));
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.nextRecordIdentifier()).isEqualTo("lb-2");
        ListResourceRecordSetsResponse second = client.listResourceRecordSets(r -> r.hostedZoneId(ZONE)
                .startRecordName(first.nextRecordName())
                .startRecordType(first.nextRecordType())
                .startRecordIdentifier(first.nextRecordIdentifier())
                .maxItems("2"));
        assertThat(second.resourceRecordSets())
                .extracting(ResourceRecordSet::name)
                .containsExactly("page." + APEX, "lb-1.page." + APEX);
        assertThat(second.resourceRecordSets().getFirst().aliasTarget().dnsName())
                .isEqualTo("lb-2.page." + APEX);
        assertThat(client.listResourceRecordSetsPaginator(
                                r -> r.hostedZoneId(ZONE).maxItems("2"))
                        .resourceRecordSets())
                .extracting(ResourceRecordSet::name)
                .contains(APEX, "lb-2.page." + APEX);
    }

    /** F38 and F39: the target of an ALIAS may be deleted; afterwards nothing can be pointed at it, and flips fail. */
    @Test
    void theEmptyRecordCanBeMadeButNotFlippedAway() {
        submit(client, change(ChangeAction.CREATE, a("plan-110." + APEX, "127.0.1.10")));
        submit(client, change(ChangeAction.UPSERT, alias(APEX, "plan-110." + APEX)));
        awaitEvent("answer-restored");
        submit(client, change(ChangeAction.DELETE, a("plan-110." + APEX, "127.0.1.10")));
        awaitEvent("answer-emptied");
        assertThat(get("/answers?name=dynamodb.us-east-1.amazonaws.test").body())
                .contains("\"rcode\":\"NOERROR\"", "\"answers\":[]", "\"possible\":0");

        submit(client, change(ChangeAction.CREATE, a("plan-146." + APEX, "127.0.2.10")));
        assertThatThrownBy(() -> submit(
                        client,
                        change(ChangeAction.UPSERT, alias("_rollback." + APEX, "plan-110." + APEX)),
                        change(ChangeAction.UPSERT, alias(APEX, "plan-146." + APEX))))
                .isInstanceOfSatisfying(InvalidChangeBatchException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidChangeBatch");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("[Tried to create an alias that targets plan-110." + APEX
                                    + ", type A in zone Z01REGIONAL, but that target was not found]");
                });
        awaitEvent("change-refused");
    }

    private static void awaitEvent(String kind) {
        EventLog events = service.getBean(EventLog.class);
        await().until(() ->
                events.after(0, 1000).stream().anyMatch(e -> e.kind().equals(kind)));
    }

    @Test
    void ofTwoRacersForTheLockExactlyOneWins() throws Exception {
        submit(client, change(ChangeAction.UPSERT, lock("nobody")));
        String before = "nobody";
        try (Route53Client other = newClient();
                ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                String expected = before;
                CountDownLatch go = new CountDownLatch(1);
                List<Future<Boolean>> wins = new ArrayList<>();
                for (Route53Client racer : List.of(client, other)) {
                    String holder = (racer == other ? "b" : "a") + round;
                    wins.add(racers.submit(() -> {
                        go.await();
                        return swap(racer, expected, holder);
                    }));
                }
                go.countDown();
                boolean a = wins.get(0).get();
                assertThat(wins.get(1).get()).isNotEqualTo(a);
                before = (a ? "a" : "b") + round;
            }
        }
    }

    private static boolean swap(Route53Client racer, String from, String to) {
        try {
            submit(racer, change(ChangeAction.DELETE, lock(from)), change(ChangeAction.CREATE, lock(to)));
            return true;
        } catch (InvalidChangeBatchException e) {
            return false;
        }
    }

    @Test
    void errorsCarryRoute53sCodes() {
        assertThatThrownBy(() -> client.getHostedZone(r -> r.id("ZNONE")))
                .isInstanceOfSatisfying(
                        NoSuchHostedZoneException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThatThrownBy(() -> client.getChange(r -> r.id("CNONE"))).isInstanceOf(NoSuchChangeException.class);
        assertThatThrownBy(() ->
                        client.listResourceRecordSets(r -> r.hostedZoneId(ZONE).maxItems("many")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> submit(
                        client,
                        change(
                                ChangeAction.CREATE,
                                a("x." + APEX, "1.2.3.4").toBuilder()
                                        .failover("PRIMARY")
                                        .build())))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void foreignBodiesAreRefusedAndReadNoFiles() {
        String doctype = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>";
        assertThat(post(doctype)).contains("InvalidInput").doesNotContain("root:");
        assertThat(post("<a><b></a>")).contains("InvalidInput");
        assertThat(post("")).contains("InvalidInput");
        assertThat(post("<a>" + "<a>".repeat(1000))).contains("InvalidInput");
        assertThat(post("x")).contains("InvalidInput");
        assertThat(post("<!-- x -->".repeat(212_000))).contains("longer than 2097152 bytes; split the batch");
        assertThat(post("<!-- x -->".repeat(500_000))).contains("InvalidInput");
        assertThat(get("/2013-04-01/trafficpolicies").body()).contains("InvalidAction");
        assertThat(get("/answers?name=a..b").statusCode()).isEqualTo(400);
    }

    private static String post(String body) {
        return send(HttpRequest.newBuilder(endpoint.resolve("/2013-04-01/hostedzone/" + ZONE + "/rrset/"))
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }
}
