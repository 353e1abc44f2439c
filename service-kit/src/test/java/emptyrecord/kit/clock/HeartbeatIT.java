package emptyrecord.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The heartbeat on a real timer thread. */
class HeartbeatIT {

    @Test
    void aTimerThreadThatIsHeldUpIsSeenAndReported() throws Exception {
        IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.now(), 180);
        ClockLag lag = new ClockLag();
        List<Stall> stalls = new CopyOnWriteArrayList<>();
        try (IncidentTimer timer = new IncidentTimer(clock);
                Heartbeat heartbeat = new Heartbeat(clock, timer, lag, stalls::add)) {
            heartbeat.start();
            await().until(() -> lag.seen(System.nanoTime()).beats() > 3);
            CountDownLatch held = new CountDownLatch(1);
            timer.executor().execute(() -> awaitQuietly(held));
            await().until(() -> lag.seen(System.nanoTime()).worst().compareTo(Duration.ofMillis(700)) > 0);
            held.countDown();
            await().until(() -> stalls.stream().anyMatch(s -> s.worst().compareTo(Duration.ofMillis(700)) > 0));
            assertThat(lag.seen(System.nanoTime()).worst()).isGreaterThan(Duration.ofMillis(700));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
