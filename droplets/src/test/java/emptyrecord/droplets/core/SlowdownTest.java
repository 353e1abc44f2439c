package emptyrecord.droplets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlowdownTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Slowdown slowdown = new Slowdown(new OwnTimes.Means(Duration.ofSeconds(10), Duration.ofSeconds(40)));

    private void took(CheckDepth depth, double seconds, double minute) {
        slowdown.took(depth, Duration.ofMillis(Math.round(seconds * 1000)), at(minute));
    }

    private static Instant at(double minute) {
        return NOON.plusMillis(Math.round(minute * 60_000));
    }

    @Test
    void eachDepthIsMeasuredByItsOwnUsualTime() {
        took(CheckDepth.RENEWAL, 10, 0);
        took(CheckDepth.ESTABLISHMENT, 80, 0.5);
        assertThat(slowdown.mean(at(1)).orElseThrow()).isEqualTo(1.5, within(1e-9));
    }

    @Test
    void whatWasAnsweredEarlierNoLongerCounts() {
        took(CheckDepth.RENEWAL, 100, 0);
        took(CheckDepth.RENEWAL, 10, 4);
        assertThat(slowdown.mean(at(4.5)).orElseThrow()).isEqualTo(5.5, within(1e-9));
        assertThat(slowdown.mean(at(5.5)).orElseThrow()).isEqualTo(1, within(1e-9));
    }

    @Test
    void withoutAnswersThereIsNoMean() {
        assertThat(slowdown.mean(at(0))).isEmpty();
        took(CheckDepth.RENEWAL, 10, 0);
        assertThat(slowdown.mean(at(7))).isEmpty();
    }
}
