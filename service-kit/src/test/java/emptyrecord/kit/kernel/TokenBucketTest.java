package emptyrecord.kit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void tokensRunOutAndComeBackAtTheRate() {
        TokenBucket bucket = TokenBucket.full(2, 4, NOW);
        assertThat(bucket.tryTake(4, NOW)).isTrue();
        assertThat(bucket.tryTake(1, NOW.plusSeconds(29))).isFalse();
        assertThat(bucket.tryTake(1, NOW.plusSeconds(31))).isTrue();
        assertThat(bucket.tokens(NOW.plusSeconds(3600))).as("no more than fit").isEqualTo(4);
    }

    @Test
    void refusedRequestTakesNothing() {
        TokenBucket bucket = new TokenBucket(0, 4, 3, NOW);
        assertThat(bucket.tryTake(4, NOW)).isFalse();
        assertThat(bucket.tryTake(3, NOW)).isTrue();
    }

    @Test
    void tokensFromOutsideEndAtTheCapacity() {
        TokenBucket bucket = new TokenBucket(1, 2, 9, NOW);
        assertThat(bucket.tokens(NOW)).isEqualTo(2);
        bucket.tryTake(1, NOW);
        bucket.add(.5, NOW);
        assertThat(bucket.tokens(NOW)).isEqualTo(1.5);
        bucket.add(5, NOW);
        assertThat(bucket.tokens(NOW)).isEqualTo(2);
    }

    @Test
    void clockThatStepsBackChangesNothing() {
        TokenBucket bucket = new TokenBucket(60, 100, 0, NOW);
        assertThat(bucket.tokens(NOW.plusSeconds(10))).isEqualTo(10);
        assertThat(bucket.tokens(NOW)).isEqualTo(10);
        assertThat(bucket.tokens(NOW.plusSeconds(11))).isEqualTo(11);
    }

    @Test
    void rateThatIsNoRateIsRefused() {
        assertThatThrownBy(() -> TokenBucket.full(-1, 1, NOW)).hasMessageContaining("negative");
        assertThatThrownBy(() -> TokenBucket.full(Double.NaN, 1, NOW)).isInstanceOf(IllegalArgumentException.class);
    }
}
