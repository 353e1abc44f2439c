package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.Obedience;
import emptyrecord.kit.ec2.TerminateOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leases, launches and operators, from outside the service. */
class DwfmIT extends RunningDwfm {

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

    /** A stop frees the droplet and ends the network state; a start is a placement that is told anew. */
    @Test
    void customersStopRebootAndStart() throws Exception {
        awaitLeases(18);
        String id = launched(CUSTOMER);
        String target = "&InstanceId.1=" + id;
        assertThat(post("Action=RebootInstances" + target)).contains("<return>true</return>");
        await().until(() -> state().at("/counters/rebootsExecuted").asInt() == 1);
        assertThat(post("Action=StopInstances" + target)).contains("<name>stopping</name>", "<name>running</name>");
        await().until(() -> described(id).contains("<name>stopped</name>"));
        assertThat(described(id)).contains("Client.UserInitiatedShutdown");
        assertThat(post("Action=RebootInstances" + target)).contains("<Code>IncorrectInstanceState</Code>");
        peers.takesLaunches(false);
        assertThat(post("Action=StartInstances" + target)).contains("<Code>RequestLimitExceeded</Code>");
        peers.takesLaunches(true);

        assertThat(post("Action=StartInstances" + target)).contains("<name>pending</name>", "<name>stopped</name>");
        assertThat(post("Action=StartInstances" + target)).as("twice").doesNotContain("stopped", "Error");
        await().untilAsserted(() -> assertThat(peers.news())
                .filteredOn(news -> news.contains(id))
                .extracting(news -> json.readTree(news).get("change").asString()
                        + json.readTree(news).get("placement").asInt())
                .containsExactly("LAUNCHED1", "TERMINATED1", "LAUNCHED2"));
    }

    /** An operating system asks no front end, but what it does waits for the droplet's lease all the same (F50). */
    @Test
    void changesFromInsideWaitForTheLease() throws Exception {
        awaitLeases(18);
        String shutDown = launched(CUSTOMER);
        String stopped = launched(CUSTOMER);
        assertThat(post("Action=StopInstances&InstanceId.1=" + stopped)).contains("stopping");
        await().until(() -> described(stopped).contains("<name>stopped</name>"));
        dns.empty(true);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state().get("leasesHeld").asInt() == 0);

        assertThat(json.readTree(
                        send("POST", "/instances/" + shutDown + "/shutdown", "").body()))
                .isEqualTo(json.readTree("{\"instance\":\"" + shutDown
                        + "\",\"state\":\"running\",\"order\":\"stop\",\"leaseHeld\":false}"));
        assertThat(described(shutDown)).as("EC2 cannot see it").contains("<Code>InternalError</Code>");
        assertThat(post("Action=StopInstances&InstanceId.1=" + shutDown)).contains("<Code>InternalError</Code>");
        assertThat(post("Action=StartInstances&InstanceId.1=" + stopped)).contains("<Code>InternalError</Code>");
        assertThat(state().get("parkedTerminations").asInt()).isEqualTo(1);

        assertThat(send("PUT", "/guards/dwfm.stale-drop", "{\"on\":true}").statusCode())
                .as("so that the leases come back by themselves")
                .isEqualTo(200);
        dns.empty(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> described(shutDown).contains("<name>stopped</name>"));
        assertThat(described(shutDown)).contains("Client.InstanceInitiatedShutdown");
        assertThat(send("POST", "/instances/" + shutDown + "/reboot", "").statusCode())
                .isEqualTo(409);
        assertThat(send("POST", "/instances/i-00000000/reboot", "").statusCode())
                .isEqualTo(404);
    }

    private String described(String id) throws Exception {
        return post("Action=DescribeInstances&InstanceId.1=" + id);
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

    /** What needs the table fails while the front end cannot reach it, and what does not need it goes on. */
    @Test
    void withoutItsTableEc2NeitherReadsNorWritesInstances() throws Exception {
        awaitLeases(18);
        String id = launched(CUSTOMER);
        dns.empty(true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(post("Action=DescribeInstances")).contains("<Code>InternalError</Code>"));
        String target = "&InstanceId.1=" + id;
        for (String action : List.of(
                "DescribeInstances" + target,
                "DescribeInstanceStatus",
                "DescribeTags",
                "GetConsoleOutput&InstanceId=" + id,
                "CreateTags&Tag.1.Key=a&ResourceId.1=" + id,
                "RebootInstances" + target,
                "TerminateInstances" + target,
                "StartInstances" + target,
                "RunInstances&ImageId=ami-1&MinCount=1&MaxCount=1")) {
            assertThat(post("Action=" + action))
                    .as(action)
                    .contains("<Code>InternalError</Code>", "DynamoDB cannot be resolved");
        }
        assertThat(post("Action=DescribeAvailabilityZones")).contains("us-east-1a");
        dns.empty(false);
        await().atMost(Duration.ofSeconds(20)).until(() -> described(id).contains("running"));
    }

    /** The front end has found the name; no droplet has a lease. */
    @Test
    void withoutLeasesThereIsNoCapacity() throws Exception {
        droplets.answers(Obedience.EPOCH_TOO_OLD);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(code(ec2.run(CUSTOMER))).isEqualTo("InsufficientInstanceCapacity"));
        assertThat(post("Action=DescribeInstances")).contains("running");
        droplets.answers(Obedience.OBEYED);
        awaitLeases(18);
        assertThat(launched(CUSTOMER)).startsWith("i-");
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
        String ended = launched(CUSTOMER);
        assertThat(post("Action=StopInstances&InstanceId.1=" + ended)).contains("stopping");
        service.close();
        peers.networkManagerUp(true);
        startService();

        awaitLeases(18);
        assertThat(get("/events")).contains("leases-recalled");
        assertThat(state().at("/counters/attemptsSucceeded").asInt())
                .as("leases were read back, not made again")
                .isLessThan(9);
        assertThat(post("Action=DescribeInstances&InstanceId.1=" + id)).contains("running");
        await().untilAsserted(() ->
                assertThat(peers.news()).anySatisfy(n -> assertThat(n).contains(id, "LAUNCHED")));
        await().untilAsserted(() -> assertThat(described(ended)).contains("<name>stopped</name>"));
        assertThat(launched(CUSTOMER)).isNotEqualTo(id);
    }
}
