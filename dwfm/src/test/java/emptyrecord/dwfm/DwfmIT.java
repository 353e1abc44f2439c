package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.ec2.Ec2Client;
import emptyrecord.kit.ec2.LaunchOutcome;
import emptyrecord.kit.ec2.LaunchRequest;
import emptyrecord.kit.ec2.TerminateOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service against a DNS server and peers on loopback, an incident hour in ten seconds. */
class DwfmIT {

    private static final LaunchRequest CUSTOMER = new LaunchRequest("customer", "us-east-1b");
    private static final LaunchRequest INTERNAL = new LaunchRequest("internal", "us-east-1a");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private FakeDns dns;
    private FakePeers peers;
    private ConfigurableApplicationContext service;
    private Ec2Client ec2;

    @SuppressWarnings("NullAway.Init")
    DwfmIT() {}

    @BeforeEach
    void start() throws IOException {
        dns = new FakeDns();
        peers = new FakePeers();
        startService();
    }

    private void startService() {
        String peer = "127.0.0.1:" + peers.port();
        service = new SpringApplication(DwfmApplication.class)
                .run(
                        "--server.port=0",
                        "--lab.speed=360",
                        "--lab.data-dir=" + data,
                        "--lab.dns-server=" + dns.address(),
                        "--dwfm.hosts=2",
                        "--dwfm.droplets-per-host=9",
                        "--dwfm.workers-per-host=2",
                        "--dwfm.lease-max=30m",
                        "--dwfm.standing-instances=20",
                        "--dwfm.instances-max=60",
                        "--dwfm.network-manager-url=http://" + peer,
                        "--dwfm.dynamo-url=http://dynamodb.us-east-1.amazonaws.test:" + peers.port());
        ec2 = new Ec2Client(URI.create(base()), Duration.ofSeconds(10));
    }

    private String base() {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterEach
    void stop() {
        service.close();
        peers.close();
        dns.close();
    }

    @Test
    void aLaunchThatTheNetworkManagerWouldNotTakeOnIsRefusedBeforeItHoldsAnything() throws Exception {
        awaitLeases(18);
        peers.takesLaunches(false);

        assertThat(code(ec2.run(CUSTOMER))).isEqualTo("RequestLimitExceeded");
        assertThat(peers.news()).isEmpty();

        peers.takesLaunches(true);
        assertThat(launched(CUSTOMER)).startsWith("i-");
    }

    @Test
    void customersLaunchDescribeAndTerminate() throws Exception {
        awaitLeases(18);
        String id = launched(CUSTOMER);

        assertThat(id).matches("i-0[0-9a-f]{16}");
        await().untilAsserted(() ->
                assertThat(peers.news()).anySatisfy(n -> assertThat(n).contains(id, "us-east-1b", "LAUNCHED")));
        String described = post("Action=DescribeInstances&Version=2016-11-15&InstanceId.1=" + id);
        assertThat(described).contains(id, "running", "lab:class");

        assertThat(ec2.terminate(id)).isInstanceOf(TerminateOutcome.Accepted.class);
        await().untilAsserted(() ->
                assertThat(peers.news()).anySatisfy(n -> assertThat(n).contains(id, "TERMINATED")));
        assertThat(state().at("/counters/terminationsExecuted").asInt()).isEqualTo(1);
    }

    @Test
    void emptyRecordStopsTheChecksAndItsReturnStartsThemAgain() throws Exception {
        awaitLeases(18);
        dns.empty(true);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(get("/events")).contains("state-checks-failing", "ANSWER: 0");
            assertThat(code(ec2.run(CUSTOMER))).isEqualTo("InternalError");
        });
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state().get("leasesHeld").asInt() == 0);
        int calls = peers.calls();
        await().during(Duration.ofMillis(300)).until(() -> peers.calls() == calls);

        dns.empty(false);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(get("/events")).contains("state-checks-recovered");
            assertThat(state().get("leasesHeld").asInt()).isGreaterThan(0);
        });
    }

    @Test
    void operatorsThrottleRestartAndLimit() throws Exception {
        awaitLeases(18);
        send("PUT", "/operations/throttle", "{\"share\":0.27}");
        send("POST", "/operations/hosts/dwfm-2/restart", "");
        assertThat(state().at("/hosts/1/restarting").asBoolean()).isTrue();
        assertThat(state().at("/hosts/0/throttleShare").asDouble()).isEqualTo(0.27);
        send("DELETE", "/operations/throttle", "");
        send("PUT", "/operations/api-limit", "{\"launchesPerMinute\":0.125}");

        assertThat(code(ec2.run(INTERNAL))).isEqualTo("RequestLimitExceeded");
        assertThat(state().at("/api/tokens").asDouble()).as("full bucket").isGreaterThan(1.4);
        assertThat(code(ec2.run(CUSTOMER))).isNotEqualTo("RequestLimitExceeded");
        assertThat(code(ec2.run(CUSTOMER))).isEqualTo("RequestLimitExceeded");

        send("DELETE", "/operations/api-limit", "");
        assertThat(state().at("/api/ratePerMinute").asDouble()).isEqualTo(40);
        assertThat(get("/events"))
                .contains("throttle-set", "throttle-cleared", "host-restarted", "api-limit-set", "api-limit-cleared");
        assertThat(send("PUT", "/operations/throttle", "{\"share\":7}").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/operations/hosts/dwfm-9/restart", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void crashedHostStaysAwayUntilTheFaultIsCleared() throws Exception {
        awaitLeases(18);
        send("PUT", "/chaos/host-crash", "{\"target\":\"dwfm-1\"}");
        await().until(() -> state().at("/hosts/0/restarting").asBoolean());
        assertThat(state().at("/hosts/1/restarting").asBoolean()).isFalse();
        assertThat(send("POST", "/operations/hosts/dwfm-1/restart", "").statusCode())
                .isEqualTo(409);
        send("DELETE", "/chaos/host-crash", "");
        await().until(() -> !state().at("/hosts/0/restarting").asBoolean());
    }

    @Test
    void newProcessReadsLeasesAndInstancesBack() throws Exception {
        awaitLeases(18);
        peers.networkManagerUp(false);
        String id = launched(CUSTOMER);
        service.close();
        peers.networkManagerUp(true);
        startService();

        awaitLeases(18);
        assertThat(get("/events")).contains("leases-recalled");
        assertThat(state().at("/counters/attemptsSucceeded").asInt())
                .as("leases were read back, not made anew")
                .isLessThan(9);
        assertThat(post("Action=DescribeInstances&InstanceId.1=" + id)).contains("running");
        await().untilAsserted(() ->
                assertThat(peers.news()).anySatisfy(n -> assertThat(n).contains(id, "LAUNCHED")));
        assertThat(launched(CUSTOMER)).isNotEqualTo(id);
    }

    @Test
    void clientTokenMakesALaunchIdempotent() throws Exception {
        awaitLeases(18);
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1&ClientToken=once";
        String first = idIn(post(run));
        assertThat(idIn(post(run))).isEqualTo(first);
        assertThat(post(run + "&InstanceType=m7i.large")).contains("IdempotentParameterMismatch");
        assertThat(post(run.replace("once", "two").replace("MaxCount=1", "MaxCount=3")))
                .contains("amiLaunchIndex>2");
        for (String other :
                List.of("MaxCount=2", "ImageId=ami-2", "KeyName=k", "Placement.AvailabilityZone=us-east-1c")) {
            String name = other.substring(0, other.indexOf('='));
            String changed = run.replaceAll("&" + name + "=[^&]*", "") + "&" + other;
            assertThat(post(changed)).as(other).contains("IdempotentParameterMismatch");
        }
        assertThat(ec2.terminate(first)).isInstanceOf(TerminateOutcome.Accepted.class);
        assertThat(post(run)).contains("IdempotentInstanceTerminated");
        assertThat(post(run.replace("once", "x".repeat(65)))).contains("InvalidParameterValue");
    }

    /** A failed launch is no answer: none of its instances is visible, and its token may try again. */
    @Test
    void tokenOfAFailedLaunchMayTryAnew() throws Exception {
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=3&MaxCount=3&ClientToken=again";
        dns.empty(true);
        await().untilAsserted(() -> assertThat(post(run)).contains("<Code>"));
        assertThat(post("Action=DescribeInstances&Filter.1.Name=client-token&Filter.1.Value.1=again"))
                .doesNotContain("instanceId");
        dns.empty(false);
        String[] answer = {""};
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            answer[0] = post(run);
            return answer[0].contains("amiLaunchIndex>2");
        });
        List<String> ids = idsIn(answer[0]);
        assertThat(ids).hasSize(3);
        assertThat(idsIn(post(run))).isEqualTo(ids);
        assertThat(idsIn(post("Action=DescribeInstances&Filter.1.Name=client-token&Filter.1.Value.1=again")))
                .as("and no fourth")
                .isEqualTo(ids);
    }

    @Test
    void concurrentCallsWithOneTokenAreOneLaunch() throws Exception {
        awaitLeases(18);
        String run = "Action=RunInstances&ImageId=ami-1&MinCount=2&MaxCount=2&ClientToken=together";
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = Stream.generate(() -> callers.submit(() -> post(run)))
                    .limit(8)
                    .toList();
            Set<List<String>> different = new HashSet<>();
            for (Future<String> answer : answers) {
                different.add(idsIn(answer.get()));
            }
            assertThat(different)
                    .as("one answer, with two instances")
                    .singleElement()
                    .satisfies(ids -> assertThat(ids).hasSize(2));
            assertThat(idsIn(post("Action=DescribeInstances&Filter.1.Name=client-token&Filter.1.Value.1=together")))
                    .isEqualTo(different.iterator().next());
        }
    }

    @Test
    void instancesAreLimited() throws Exception {
        awaitLeases(18);
        for (int i = 0; i < 10; i++) {
            assertThat(post("Action=RunInstances&ImageId=ami-1&MinCount=1&MaxCount=10"))
                    .isNotEmpty();
        }
        await().untilAsserted(() -> assertThat(post("Action=RunInstances&ImageId=ami-1&MinCount=10&MaxCount=10"))
                .contains("InstanceLimitExceeded"));
        assertThat(state().at("/counters/launchesInstanceLimitExceeded").asInt())
                .isGreaterThanOrEqualTo(10);
        assertThat(state().at("/counters/launchesRequestLimitExceeded").asInt()).isZero();
    }

    /** EC2 accepts a thousand ids; more are refused in its own words, by the first check that counts them. */
    @Test
    void aThousandIdsMayBeAskedForAndMoreGetEc2sError() throws Exception {
        assertThat(post("Action=DescribeInstances&Version=2016-11-15" + unknownIds(1000)))
                .contains("<Code>InvalidInstanceID.NotFound</Code>");
        assertThat(post("Action=DescribeInstances" + unknownIds(1001))).contains("<Code>InvalidParameterValue</Code>");
        HttpResponse<String> many =
                send("POST", "/", "Action=DescribeInstances" + unknownIds(1200), "application/x-www-form-urlencoded");
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("<Code>InvalidRequest</Code>");
    }

    private static String unknownIds(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("&InstanceId.%1$d=i-%1$017x"::formatted)
                .collect(Collectors.joining());
    }

    @Test
    void badRequestsGetEc2sErrors() throws Exception {
        assertThat(post("Action=Nonsense")).contains("<Code>InvalidAction</Code>");
        assertThat(post("Action=RunInstances")).contains("<Code>MissingParameter</Code>");
        assertThat(post("Action=RunInstances&ImageId=a&MinCount=x&MaxCount=1")).contains("InvalidParameterValue");
        assertThat(post("Action=TerminateInstances&InstanceId.1=i-00000000000000000"))
                .contains("InvalidInstanceID.NotFound");
        assertThat(post("Action=TerminateInstances&InstanceId.1=%3Cx%26")).contains("&lt;x&amp;");
    }

    private void awaitLeases(int droplets) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state().get("leasesHeld").asInt() >= droplets);
    }

    private String launched(LaunchRequest request) {
        LaunchOutcome outcome = ec2.run(request);
        assertThat(outcome).isInstanceOf(LaunchOutcome.Launched.class);
        return ((LaunchOutcome.Launched) outcome).instanceId();
    }

    private static String code(LaunchOutcome outcome) {
        return outcome instanceof LaunchOutcome.Refused refused ? refused.code() : "";
    }

    private JsonNode state() throws Exception {
        return json.readTree(get("/state"));
    }

    private String get(String path) throws Exception {
        return send("GET", path, "").body();
    }

    private static List<String> idsIn(String xml) {
        return Pattern.compile("<instanceId>(.*?)</instanceId>")
                .matcher(xml)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static String idIn(String xml) {
        return xml.replaceAll("(?s).*<instanceId>(.*?)</instanceId>.*", "$1");
    }

    private String post(String form) throws Exception {
        return send("POST", "/", form, "application/x-www-form-urlencoded").body();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body, "application/json");
    }

    private HttpResponse<String> send(String method, String path, String body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
