package emptyrecord.kit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.clock.IncidentClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real thread on a clock that runs 60 times as fast as the wall. */
class DriverIT {

    private final IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.now(), 60);
    private final Agenda agenda = new Agenda(clock.instant());
    private final List<Instant> ran = new CopyOnWriteArrayList<>();
    private final AtomicInteger advances = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger waits = new AtomicInteger();
    private volatile @Nullable Thread thread;
    private volatile boolean broken;
    private final Driver driver = new Driver("driven", new Driven(), clock, Duration.ofMinutes(1));

    private final class Driven implements Driver.Core {
        @Override
        public void advance(Instant now) {
            if (broken) {
                throw new IllegalStateException("broken for now");
            }
            if (Thread.currentThread().isVirtual()) {
                thread = Thread.currentThread();
                advances.incrementAndGet();
            }
            agenda.advance(now);
        }

        /** The driver's thread asks with the lock held and then waits, so whoever has the lock next finds it waiting. */
        @Override
        public Optional<Instant> nextDue() {
            if (Thread.currentThread().isVirtual()) {
                waits.incrementAndGet();
            }
            return agenda.nextDue();
        }

        @Override
        public void turned() {
            turns.incrementAndGet();
        }
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void entryThatComesBeforeTheOneWaitedForWakesTheThread() {
        Instant start = clock.instant();
        enter(start.plus(Duration.ofHours(5)));
        driver.start();
        await().until(() -> turns.get() > 0);

        enter(start.plusSeconds(30));

        await().until(() -> ran.size() == 1);
        assertThat(ran).as("at its planned time, however late the thread was").containsExactly(start.plusSeconds(30));
        assertThat(clock.instant()).isAfterOrEqualTo(start.plusSeconds(30));
    }

    @Test
    void onlyAnEntryThatIsDueEarlierWakesTheThread() {
        Instant start = clock.instant();
        enter(start.plus(Duration.ofHours(5)));
        driver.start();
        await().until(() -> waits.get() > 0);

        assertThat(wokenBy(start.plus(Duration.ofHours(9)))).isFalse();
        assertThat(wokenBy(start.plus(Duration.ofHours(4))))
                .as("it wakes before that by itself: a real minute is an incident hour")
                .isFalse();
        assertThat(wokenBy(start.plus(Duration.ofMinutes(30)))).isTrue();
    }

    /** A woken thread queues for the lock that is still held here. */
    private boolean wokenBy(Instant due) {
        return driver.ask(() -> {
            enter(due);
            return driver.lock().hasQueuedThreads();
        });
    }

    @Test
    void callSeesTheCoreAdvancedToNow() {
        Instant due = clock.instant();
        enter(due);
        int seen = driver.call(now -> ran.size());
        assertThat(seen).as("without any thread").isEqualTo(1);
    }

    @Test
    void resultOfAPlannedMomentRunsNothingThatIsDueAfterIt() {
        Instant planned = clock.instant().minusSeconds(60);
        enter(planned.plusSeconds(1));
        assertThat(driver.<Integer>callAt(planned, at -> ran.size())).isZero();
    }

    @Test
    void failedTurnIsTriedAgain() {
        Driver restless = new Driver("driven", new Driven(), clock, Duration.ofMillis(5));
        try (restless) {
            broken = true;
            assertThatThrownBy(() -> restless.call(now -> 0)).hasMessage("broken for now");
            restless.start();
            broken = false;
            await().until(() -> turns.get() > 0);
        }
    }

    @Test
    void closedDriverTurnsNoMore() throws InterruptedException {
        Driver restless = new Driver("driven", new Driven(), clock, Duration.ofMillis(1));
        restless.start();
        await().until(() -> turns.get() > 3);
        restless.close();
        int then = advances.get();

        assertThat(Objects.requireNonNull(thread).join(Duration.ofSeconds(30)))
                .as("its thread ends")
                .isTrue();
        assertThat(advances).hasValue(then);
    }

    private void enter(Instant due) {
        var unused = driver.call(now -> {
            agenda.at(due, ran::add);
            return true;
        });
    }
}
