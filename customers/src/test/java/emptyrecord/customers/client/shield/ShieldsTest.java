package emptyrecord.customers.client.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.customers.client.Failures;
import emptyrecord.customers.core.account.Reason;
import emptyrecord.customers.core.stack.Shield;
import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShieldsTest {

    private static final Guarding.What READ = new Guarding.What(1, true);
    private static final Guarding.What WRITE = new Guarding.What(1, false);

    private final AtomicInteger calls = new AtomicInteger();

    private static Guarding shield(Shield shield, double speed) {
        return Shields.of(shield, new IncidentClock(InstantSource.system(), Instant.EPOCH, speed));
    }

    private String fails() throws IOException {
        calls.incrementAndGet();
        throw new IOException("no");
    }

    private Reason reason(Guarding shield, Callable<String> call) {
        try {
            var unused = shield.call(READ, call);
            return Reason.NONE;
        } catch (Exception e) {
            return Failures.reason(e);
        }
    }

    @Test
    void aBreakerRefusesAfterFourFailuresWithoutACall() {
        Guarding breaker = shield(Shield.BREAKER, 1);
        for (int i = 0; i < 4; i++) {
            assertThat(reason(breaker, this::fails)).isEqualTo(Reason.REFUSED_OR_RESET);
        }
        assertThat(reason(breaker, this::fails)).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(calls).hasValue(4);
    }

    /** Ten incident minutes are 0.6 s at speed 1000. */
    @Test
    void aBreakerTriesAgainAfterItsWaitInIncidentTime() {
        Guarding breaker = shield(Shield.BREAKER, 1000);
        for (int i = 0; i < 4; i++) {
            assertThat(reason(breaker, this::fails)).isEqualTo(Reason.REFUSED_OR_RESET);
        }
        await().until(() -> reason(breaker, () -> "back") == Reason.NONE);
    }

    @Test
    void aBulkheadRefusesTheThirdCall() throws Exception {
        Guarding bulkhead = shield(Shield.BULKHEAD, 1);
        CountDownLatch end = new CountDownLatch(1);
        Callable<String> hangs = () -> {
            calls.incrementAndGet();
            end.await();
            return "done";
        };
        FutureTask<Reason> first = new FutureTask<>(() -> reason(bulkhead, hangs));
        FutureTask<Reason> second = new FutureTask<>(() -> reason(bulkhead, hangs));
        Thread.startVirtualThread(first);
        Thread.startVirtualThread(second);
        await().until(() -> calls.get() == 2);
        assertThat(reason(bulkhead, hangs)).isEqualTo(Reason.BULKHEAD_FULL);
        end.countDown();
        assertThat(first.get()).isEqualTo(Reason.NONE);
        assertThat(second.get()).isEqualTo(Reason.NONE);
    }

    /** Thirty incident seconds are 30 ms at speed 1000. */
    @Test
    void aTimeLimiterInterruptsACallThatHangs() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Guarding limiter = shield(Shield.TIME_LIMITER, 1000)) {
            Reason reason = reason(limiter, () -> {
                try {
                    new CountDownLatch(1).await();
                    return "never";
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
            });
            assertThat(reason).isEqualTo(Reason.TIMED_OUT);
        }
        interrupted.await();
    }

    @Test
    void staleReadsAnswerReadsThatFailWithWhatWasSeenLast() throws Exception {
        Guarding stale = shield(Shield.STALE_READS, 1);
        assertThatThrownBy(() -> stale.call(READ, this::fails)).isInstanceOf(IOException.class);
        assertThat(stale.call(READ, () -> "one")).isEqualTo(new Value("one", false));
        assertThat(stale.call(READ, this::fails)).isEqualTo(new Value("one", true));
        assertThat(stale.call(WRITE, () -> "two")).isEqualTo(new Value("two", false));
        assertThat(stale.call(READ, this::fails)).isEqualTo(new Value("two", true));
        assertThatThrownBy(() -> stale.call(WRITE, this::fails)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stale.call(new Guarding.What(2, true), this::fails))
                .isInstanceOf(IOException.class);
    }

    /** The first call hangs until it is interrupted, so only a second one can answer. */
    @Test
    void aHedgeAnswersForACallThatHangs() throws Exception {
        try (Guarding hedging = shield(Shield.HEDGED, 1000)) {
            Value value = hedging.call(READ, () -> {
                if (calls.incrementAndGet() == 1) {
                    new CountDownLatch(1).await();
                }
                return "second";
            });
            assertThat(value).isEqualTo(new Value("second", false));
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aCallThatFailsAtOnceIsNotHedged() {
        try (Guarding hedging = shield(Shield.HEDGED, 1)) {
            assertThat(reason(hedging, this::fails)).isEqualTo(Reason.REFUSED_OR_RESET);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void aHedgeWhoseCallsBothFailFails() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (Guarding hedging = shield(Shield.HEDGED, 1000)) {
            FutureTask<Reason> outcome = new FutureTask<>(() -> reason(hedging, () -> {
                both.countDown();
                both.await();
                return fails();
            }));
            Thread.startVirtualThread(outcome);
            assertThat(outcome.get()).isEqualTo(Reason.REFUSED_OR_RESET);
        }
    }
}
