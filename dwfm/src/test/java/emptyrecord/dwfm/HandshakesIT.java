package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.Obedience;
import emptyrecord.kit.ec2.LaunchOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the droplets' answers do to leases and launches. */
class HandshakesIT extends RunningDwfm {

    /** The agents stop; connections are refused at once. */
    @Test
    void dropletsThatAreGoneFailTheChecksByNameAndAreFoundAgain() throws Exception {
        awaitLeases(18);
        droplets.stop();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/events"))
                        .contains("state-checks-failing")
                        .containsPattern("droplet-[12]-00[0-8] did not answer: Status.code=UNAVAILABLE"));
        droplets.startAgain();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get("/events")).contains("state-checks-recovered"));
    }

    /** Every call is answered, but none in time. */
    @Test
    void slowDropletsLoseTheirLeases() {
        awaitLeases(18);
        droplets.takes(incident(Duration.ofSeconds(120)), incident(Duration.ofSeconds(120)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state().get("leasesHeld").asInt() == 0);
    }

    @Test
    void aLaunchRunsOnItsDropletUntilItIsTerminated() throws Exception {
        awaitLeases(18);
        String id = launched(CUSTOMER);
        assertThat(droplets.changes()).singleElement().asString().startsWith("START " + id);
        assertThat(post("Action=TerminateInstances&InstanceId.1=" + id)).contains("shutting-down");
        await().until(() -> droplets.running() == 0);
    }

    /** EC2 never knows it, and its droplet does not keep it. */
    @Test
    void aLaunchThatComesTooLateIsEndedOnItsDroplet() throws Exception {
        awaitLeases(18);
        droplets.takes(incident(Duration.ofSeconds(100)), incident(Duration.ofSeconds(100)));
        assertThat(code(ec2.run(CUSTOMER))).isIn("InternalError", "InsufficientInstanceCapacity");
        droplets.takes(Duration.ZERO, Duration.ZERO);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(droplets.changes()).anyMatch(c -> c.startsWith("START"));
            assertThat(droplets.running()).isZero();
        });
    }

    /** The droplet has started it, and EC2 could not write it down; then the process ends. */
    @Test
    void aLaunchThatTheTableDidNotTakeIsEndedByTheNextProcess() throws Exception {
        awaitLeases(18);
        droplets.takes(incident(Duration.ofSeconds(60)), incident(Duration.ofSeconds(60)));
        CompletableFuture<LaunchOutcome> launch = CompletableFuture.supplyAsync(() -> ec2.run(CUSTOMER));
        await().until(() -> droplets.running() == 1);
        peers.instances().refuses(operation -> true);
        assertThat(code(launch.get())).isEqualTo("InternalError");
        service.close();

        droplets.takes(Duration.ZERO, Duration.ZERO);
        startService();
        assertThat(code(ec2.run(CUSTOMER))).as("before it has read its table").isEqualTo("InternalError");
        peers.instances().refuses(operation -> false);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(droplets.running()).isZero();
            assertThat(peers.instances().keys()).noneMatch(key -> key.startsWith("launch"));
        });
        assertThat(post("Action=DescribeInstances&Filter.1.Name=instance-state-name&Filter.1.Value.1=running"))
                .as("the standing ones only")
                .doesNotContain("<imageId>ami-1<");
    }

    @Test
    void aDropletWithoutRoomTakesNoLaunch() throws Exception {
        awaitLeases(18);
        droplets.answers(Obedience.NO_ROOM);
        assertThat(code(ec2.run(CUSTOMER))).isIn("InternalError", "InsufficientInstanceCapacity");
        droplets.answers(Obedience.OBEYED);
    }

    private static Duration incident(Duration duration) {
        return duration.dividedBy(360);
    }
}
