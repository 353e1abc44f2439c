package emptyrecord.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Late heartbeats become stalls: one for a run of them, none for those within the slack. */
class StallWatchTest {

    private static final long MILLI = 1_000_000;

    private final StallWatch watch = new StallWatch(Duration.ofMillis(500));
    private final List<Stall> stalls = new ArrayList<>();
    private long now;

    private void beats(int count, long everyMillis, long lateMillis) {
        for (int i = 0; i < count; i++) {
            now += everyMillis * MILLI;
            watch.beat(now, lateMillis * MILLI).ifPresent(stalls::add);
        }
    }

    @Test
    void heartbeatsWithinTheSlackAreNoStall() {
        beats(1000, 100, 500);
        assertThat(stalls).isEmpty();
    }

    @Test
    void aProcessThatStoodStillIsOneStallFromWhenTheHeartbeatWasDue() {
        beats(10, 100, 0);
        beats(1, 4300, 4200);
        assertThat(stalls).as("it may go on").isEmpty();
        beats(10, 100, 0);
        assertThat(stalls)
                .containsExactly(new Stall(Duration.ofMillis(4200), Duration.ofMillis(4200), Duration.ofSeconds(1)));
    }

    @Test
    void lateHeartbeatsThatFollowEachOtherAreOneStallWithTheWorst() {
        beats(1, 700, 600);
        beats(1, 1000, 900);
        beats(1, 800, 700);
        beats(20, 100, 0);
        assertThat(stalls)
                .containsExactly(
                        new Stall(Duration.ofMillis(600 + 1000 + 800), Duration.ofMillis(900), Duration.ofSeconds(1)));
    }

    @Test
    void whatLiesASecondApartAreTwoStalls() {
        beats(1, 700, 600);
        beats(12, 100, 0);
        beats(1, 700, 600);
        beats(12, 100, 0);
        assertThat(stalls).hasSize(2);
    }

    @Test
    void aLongStallIsReportedWhileItLasts() {
        beats(15, 1000, 900);
        assertThat(stalls).hasSize(1);
        assertThat(stalls.getFirst().lasted()).isGreaterThanOrEqualTo(StallWatch.LONGEST);
        beats(12, 100, 0);
        assertThat(stalls).as("the rest is the next one").hasSize(2);
    }
}
