package emptyrecord.dwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.droplet.Obedience;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wirings of the service: ordered while it runs, and what changes with them at the droplets and in DynamoDB. */
class WiringsIT extends RunningDwfm {

    private static final int DROPLETS = 18;

    @Test
    void theHerdsCallsPassTheGatewayAndNoOthers() throws Exception {
        awaitLeases(DROPLETS);
        assertThat(state().get("wiring").asString()).isEqualTo("stale-fifo");
        assertThat(droplets.throughGateway()).isZero();

        assertThat(wire("{\"wiring\":\"thundering-herd\"}").statusCode()).isEqualTo(200);
        int before = counter("checksSucceeded");
        await().atMost(Duration.ofSeconds(60)).until(() -> counter("checksSucceeded") > before + DROPLETS);
        assertThat(droplets.throughGateway()).isGreaterThanOrEqualTo(DROPLETS);
        assertThat(state().get("wiring").asString()).isEqualTo("thundering-herd");
        assertThat(get("/events")).contains("wiring-set").contains("thundering-herd");

        HttpResponse<String> back = send("DELETE", "/operations/wiring", "");
        assertThat(back.body()).isEqualTo("{\"wiring\":\"stale-fifo\"}");
        int passed = droplets.throughGateway();
        int since = counter("checksSucceeded");
        await().atMost(Duration.ofSeconds(60)).until(() -> counter("checksSucceeded") > since + DROPLETS);
        assertThat(droplets.throughGateway() - passed)
                .as("those that were under way")
                .isLessThan(DROPLETS);
    }

    @Test
    void lapsedLeasesAreMadeByOneTransactionABlock() throws Exception {
        awaitLeases(DROPLETS);
        assertThat(wire("{\"wiring\":\"all-or-nothing-batch\"}").statusCode()).isEqualTo(200);
        droplets.takes(Duration.ZERO, Duration.ZERO);
        dns.empty(true);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state().get("leasesHeld").asInt() == 0);
        assertThat(peers.transactions()).isEmpty();

        dns.empty(false);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state().get("leasesHeld").asInt() == DROPLETS);
        List<String> made = peers.transactions().stream().flatMap(List::stream).toList();
        assertThat(made).as("each once").hasSize(DROPLETS).doesNotHaveDuplicates();
        assertThat(peers.transactions()).anySatisfy(block -> assertThat(block).hasSizeGreaterThan(1));
        for (String droplet : made) {
            assertThat(peers.item(droplet).at("/leaseUntil/N").asLong())
                    .as(droplet)
                    .isPositive();
        }
    }

    /** A droplet that refuses keeps the whole block back. */
    @Test
    void oneMemberThatFailsKeepsItsBlockBack() throws Exception {
        awaitLeases(DROPLETS);
        assertThat(wire("{\"wiring\":\"all-or-nothing-batch\"}").statusCode()).isEqualTo(200);
        droplets.takes(Duration.ZERO, Duration.ZERO);
        dns.empty(true);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> state().get("leasesHeld").asInt() == 0);

        droplets.answers(Obedience.EPOCH_TOO_OLD);
        dns.empty(false);
        int failed = counter("attemptsFailed");
        await().atMost(Duration.ofSeconds(60)).until(() -> counter("attemptsFailed") > failed + 2 * DROPLETS);
        assertThat(peers.transactions()).isEmpty();
        assertThat(state().get("leasesHeld").asInt()).isZero();
    }

    @Test
    void aWiringThatThereIsNotIsRefusedWithThoseThatThereAre() throws Exception {
        for (String body : List.of("{\"wiring\":\"batch\"}", "{}", "{\"wiring\":\"\"}")) {
            HttpResponse<String> refused = wire(body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(refused.body()).as(body).contains("stale-fifo", "all-or-nothing-batch", "thundering-herd");
        }
        assertThat(state().get("wiring").asString()).isEqualTo("stale-fifo");
    }

    private HttpResponse<String> wire(String body) throws Exception {
        return send("PUT", "/operations/wiring", body);
    }

    private int counter(String name) throws Exception {
        return state().at("/counters/" + name).asInt();
    }
}
