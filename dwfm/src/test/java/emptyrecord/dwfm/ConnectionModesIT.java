package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The same empty name, and three lives of connections: leases go at once, slowly, or not at all (F7). */
class ConnectionModesIT extends RunningDwfm {

    private static final int SPEED = 360;

    private String mode = "60s";

    @Override
    String connectionMode() {
        return mode;
    }

    @Test
    void connectionsOfAMinuteLoseTheirLeasesWithinALeasesLength() throws Exception {
        awaitLeases(18);
        dns.empty(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> held() == 0);
    }

    @Test
    void spreadLivesLoseThemSlowly() throws Exception {
        startedWith("spread");
        dns.empty(true);
        Instant emptied = Instant.now();
        await().atMost(Duration.ofSeconds(60)).until(() -> held() < 18 / 2);
        assertThat(Duration.between(emptied, Instant.now()).multipliedBy(SPEED))
                .as("later than a lease's length after the name was emptied")
                .isGreaterThan(Duration.ofMinutes(30));
    }

    /** Five checks of every droplet take longer than a lease lasts. */
    @Test
    void connectionsWithoutABoundKeepThem() throws Exception {
        startedWith("unbounded");
        dns.empty(true);
        int before = counter("checksSucceeded");
        await().atMost(Duration.ofSeconds(60)).until(() -> counter("checksSucceeded") >= before + 5 * 18);
        assertThat(counter("checksFailed")).isZero();
        assertThat(held()).isPositive();
        assertThat(get("/events")).doesNotContain("state-checks-failing");
    }

    private int counter(String name) throws Exception {
        return state().at("/counters/" + name).asInt();
    }

    private void startedWith(String wanted) {
        service.close();
        mode = wanted;
        startService();
        awaitLeases(18);
    }

    private int held() throws Exception {
        return state().get("leasesHeld").asInt();
    }
}
