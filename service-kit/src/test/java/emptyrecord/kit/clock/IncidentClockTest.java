package emptyrecord.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IncidentClockTest {

    private static final Instant START = Instant.parse("2025-10-20T06:48:00Z");

    private final ManualTime wall = new ManualTime(START);
    private final IncidentClock clock = new IncidentClock(wall, START, 60);

    @Test
    void anIncidentMinutePassesInARealSecondAtSpeedSixty() {
        wall.pass(Duration.ofSeconds(157));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(157)));
        assertThat(clock.toReal(Duration.ofMinutes(15))).isEqualTo(Duration.ofSeconds(15));
        assertThat(clock.toIncident(Duration.ofMillis(500))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void timesBeforeTheOriginRunBackwardsAtTheSameSpeed() {
        assertThat(clock.toIncident(START.minusSeconds(2))).isEqualTo(START.minus(Duration.ofMinutes(2)));
    }

    @Test
    void tPlusCountsFromTheMomentTheRecordBecameEmpty() {
        assertThat(clock.minutesSinceZero(wall.instant())).isEmpty();

        clock.zeroAt(START.plusSeconds(10));
        wall.pass(Duration.ofSeconds(182));

        assertThat(clock.minutesSinceZero(wall.instant())).hasValue(172.0);
        assertThat(clock.minutesSinceZero(START)).hasValue(-10.0);
    }

    @Test
    void twoClocksOfOneRegionAgree() {
        IncidentClock other = new IncidentClock(wall, START, 60);
        wall.pass(Duration.ofMinutes(3));

        assertThat(other.instant()).isEqualTo(clock.instant());
    }

    @Test
    void aSpeedThatMakesNoSenseSaysWhatToSet() {
        assertThatThrownBy(() -> new IncidentClock(wall, START, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lab.speed");
        assertThatThrownBy(() -> new IncidentClock(wall, START, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
