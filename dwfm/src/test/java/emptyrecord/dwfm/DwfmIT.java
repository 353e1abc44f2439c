package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.ec2.TerminateOutcome;
import java.time.Duration;
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
                .as("leases were read back, not made again")
                .isLessThan(9);
        assertThat(post("Action=DescribeInstances&InstanceId.1=" + id)).contains("running");
        await().untilAsserted(() ->
                assertThat(peers.news()).anySatisfy(n -> assertThat(n).contains(id, "LAUNCHED")));
        assertThat(launched(CUSTOMER)).isNotEqualTo(id);
    }
}
