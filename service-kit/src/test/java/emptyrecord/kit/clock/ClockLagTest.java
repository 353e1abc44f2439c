package emptyrecord.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lateness over the last ten seconds. */
class ClockLagTest {

    private static final long MILLI = 1_000_000;

    private final ClockLag lag = new ClockLag();

    @Test
    void withoutAHeartbeatNothingIsLate() {
        assertThat(lag.seen(0)).isEqualTo(new ClockLag.Seen(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void oneLateHeartbeatInAHundredIsTheWorstButNotThePercentile() {
        for (int i = 1; i <= 100; i++) {
            lag.beat(i * 50 * MILLI, (i == 40 ? 800 : 2) * MILLI, (i == 50 ? 30 : 1) * MILLI);
        }
        ClockLag.Seen seen = lag.seen(5001 * MILLI);
        assertThat(seen.beats()).isEqualTo(100);
        assertThat(seen.worst()).isEqualTo(Duration.ofMillis(800));
        assertThat(seen.p99()).isEqualTo(Duration.ofMillis(2));
        assertThat(seen.worstThread()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void theWindowForgets() {
        lag.beat(0, 800 * MILLI, 0);
        lag.beat(9_000 * MILLI, MILLI, 0);
        assertThat(lag.seen(10_000 * MILLI).worst()).isEqualTo(Duration.ofMillis(800));
        assertThat(lag.seen(10_001 * MILLI).worst()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aHeartbeatThatHasNotComeIsLateByNow() {
        lag.beat(0, 0, 0);
        lag.expect(100 * MILLI);
        assertThat(lag.seen(100 * MILLI).worst()).isZero();
        assertThat(lag.seen(3_100 * MILLI).worst()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aHeartbeatBeforeItsTimeIsNotLate() {
        lag.beat(0, -MILLI, 0);
        assertThat(lag.seen(0).worst()).isZero();
    }
}
