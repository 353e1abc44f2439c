package emptyrecord.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of resilience4j's parts in DWFM acts in the real service, against real droplets and a real DynamoDB, and its own metrics
 * show it. The guards are switched while work is in progress.
 */
class ResilienceIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> GUARDS = List.of(
            "dwfm.dynamo-breaker",
            "dwfm.droplet-breaker",
            "dwfm.handshake-bulkhead",
            "dwfm.time-limiter",
            "dwfm.backoff-jitter",
            "dwfm.admission");

    @TempDir
    static Path folder;

    private static LeaseRegion region;

    @BeforeAll
    static void start() throws Exception {
        region = new LeaseRegion(folder);
        region.start();
        // a peer that takes long to come back costs the leases; without this the next test would find the collapse
        region.guard("dwfm.stale-drop", true);
    }

    @AfterAll
    static void stop() {
        region.close();
    }

    @BeforeEach
    void allLeasesAreHeld() {
        until("all leases are held", () -> region.leases() == LeaseRegion.DROPLETS);
    }

    @AfterEach
    void guardsOff() throws Exception {
        for (String guard : GUARDS) {
            region.guard(guard, false);
        }
    }

    @Test
    void theBreakerTowardsDynamoOpensAndItsProbesFindDynamoAgain() throws Exception {
        region.guard("dwfm.dynamo-breaker", true);
        region.dynamo.kill();
        until("open", () -> breaker("dynamo", "open") == 2);
        until("calls are kept back", () -> notPermitted("dynamo") > 0 && acted("dwfm.dynamo-breaker") > 0);
        assertThat(region.metric("dwfm_checks_total", "outcome=\"rejected\""))
                .as("they count as not tried")
                .isPositive();
        region.dynamo.start();
        until("closed again, by probes", () -> breaker("dynamo", "closed") == 2);
    }

    @Test
    void theBreakerTowardsTheDropletsOpensAndItsProbesFindThemAgain() throws Exception {
        region.guard("dwfm.droplet-breaker", true);
        region.droplets.kill();
        until("open", () -> breaker("droplets", "open") == 2);
        until("handshakes are kept back", () -> notPermitted("droplets") > 0);
        region.droplets.start();
        until("closed again, by probes", () -> breaker("droplets", "closed") == 2);
    }

    @Test
    void theTimeLimiterGivesSlowHandshakesUp() throws Exception {
        region.guard("dwfm.time-limiter", true);
        until("handshakes pass", () -> timeLimiter("successful") > 0);
        assertThat(timeLimiter("timeout")).isZero();
        region.put(region.droplets, "/chaos/slow-handshake", "{\"magnitude\":20}");
        until("handshakes are given up", () -> timeLimiter("timeout") > 0 && acted("dwfm.time-limiter") > 0);
        region.delete(region.droplets, "/chaos/slow-handshake");
    }

    /** DynamoDB is away until no lease is left; then the leases return through all of them. */
    @Test
    void leasesReturnThroughBulkheadRateLimiterAndRetry() throws Exception {
        region.guard("dwfm.backoff-jitter", true);
        region.guard("dwfm.admission", true);
        region.guard("dwfm.handshake-bulkhead", true);
        region.dynamo.kill();
        until("no lease is left", () -> region.leases() == 0);
        region.put(region.dwfm, "/operations/throttle", "{\"share\":1}");
        region.dynamo.start();
        until("places of the bulkheads are taken", () -> places("handshakes") < 4);
        until("all leases are back", () -> region.leases() == LeaseRegion.DROPLETS);
        assertThat(region.metric("dwfm_attempts_total", "outcome=\"throttled\""))
                .as("the RateLimiter refused some")
                .isPositive();
        assertThat(region.metric("resilience4j_retry_calls_total", "kind=\"successful_with_retry\""))
                .as("leases that came back after more than one attempt")
                .isPositive();
        assertThat(acted("dwfm.backoff-jitter")).isPositive();
        assertThat(places("admission"))
                .as("of four places; the last attempt still has one")
                .isLessThan(4);
        assertThat(region.metric("resilience4j_ratelimiter_available_permissions", "name=\"dwfm-1.throttle\""))
                .isBetween(0.0, 2.0);
        region.delete(region.dwfm, "/operations/throttle");
    }

    private static double breaker(String towards, String state) throws Exception {
        return region.metric("resilience4j_circuitbreaker_state", "." + towards + "\"", "state=\"" + state + "\"");
    }

    private static double notPermitted(String towards) throws Exception {
        return region.metric("resilience4j_circuitbreaker_not_permitted_calls_total", "." + towards + "\"");
    }

    private static double timeLimiter(String kind) throws Exception {
        return region.metric("resilience4j_timelimiter_calls_total", "kind=\"" + kind + "\"");
    }

    private static double places(String of) throws Exception {
        return region.metric("resilience4j_bulkhead_available_concurrent_calls", "." + of + "\"");
    }

    private static double acted(String guard) throws Exception {
        return region.metric("guard_acted_total", "guard=\"" + guard + "\"");
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(TIMEOUT).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
