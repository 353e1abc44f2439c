package emptyrecord.nlb.client;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.kernel.TokenBucket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a node can carry (F71). */
class NodeLimitsTest {

    private static final Instant NOW = Instant.parse("2025-10-20T00:00:00Z");

    @Test
    void burstRunsOutAndComesBackAtTheRate() {
        TokenBucket bucket = limits(2, Duration.ofMinutes(2)).newBucket(NOW);
        assertThat(bucket.tryTake(4, NOW)).isTrue();
        assertThat(bucket.tryTake(1, NOW.plusSeconds(29))).isFalse();
        assertThat(bucket.tryTake(1, NOW.plusSeconds(31))).isTrue();
    }

    @Test
    void slowestNodeStillCarriesOneConnection() {
        TokenBucket bucket = limits(.01, Duration.ofSeconds(1)).newBucket(NOW);
        assertThat(bucket.tryTake(1, NOW)).isTrue();
        assertThat(bucket.tryTake(1, NOW.plusSeconds(60))).isFalse();
    }

    private static NodeFront.Limits limits(double perMinute, Duration burst) {
        return new NodeFront.Limits(
                0, perMinute, burst, 10, Duration.ofSeconds(1), InetSocketAddress.createUnresolved("fabric.test", 1));
    }
}
