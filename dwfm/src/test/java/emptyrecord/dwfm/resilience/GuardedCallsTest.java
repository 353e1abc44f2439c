package emptyrecord.dwfm.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.call.CallGuard;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.dwfm.fleet.Agents;
import emptyrecord.dwfm.fleet.DropletLink;
import emptyrecord.dwfm.fleet.LeaseTable;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.ManualTime;
import emptyrecord.kit.switchboard.Guards;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The guards around a worker's calls: what they let through, what they keep back, and what a switch in between does. */
class GuardedCallsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final DropletId DROPLET = new DropletId(1, 3);
    private static final LeaseRecord ROW = new LeaseRecord(DROPLET, 1, "dwfm-1", START, START, START);
    private static final CheckResult CONFIRMED = new CheckResult.Confirmed();
    private static final CheckResult GONE = new CheckResult.Unreachable("gone");
    private static final LeaseTable.Answer GRANTED = new LeaseTable.Answer.Granted(ROW);

    private final Guards guards = new Guards();
    private final ManualTime wall = new ManualTime(START);
    private final IncidentClock clock = new IncidentClock(wall, START, 1000);
    private final Registries registries = Registries.empty();
    private final HostGuards host = new HostGuards(guards, ShippedSettings.leaseParameters(), clock, registries);

    private LeaseTable.Answer answer = GRANTED;
    private Supplier<CheckResult> handshake = () -> CONFIRMED;
    private int asked;

    private final LeaseTable table = host.around("dwfm-1", new LeaseTable() {
        @Override
        public Answer claim(Assignment work) {
            asked++;
            return answer;
        }

        @Override
        public CheckResult makeLeases(Work.BlockWrite block, Instant leaseUntil) {
            asked++;
            return answer instanceof Answer.Denied denied ? denied.why() : CONFIRMED;
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            return List.of(ROW);
        }

        @Override
        public void close() {}
    });

    private final Agents agents = host.around("dwfm-1", new Agents() {
        @Override
        public CheckResult ask(Assignment work, LeaseRecord row) {
            asked++;
            return handshake.get();
        }

        @Override
        public void close() {}
    });

    private final DropletLink link = host.around("dwfm-1", new DropletLink() {
        @Override
        public CheckResult perform(Assignment work) {
            asked++;
            return handshake.get();
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            return List.of();
        }

        @Override
        public void close() {}
    });

    @Test
    void nothingIsKeptBackOrCountedWhileTheGuardsAreOff() {
        answer = new LeaseTable.Answer.Denied(GONE);
        handshake = () -> GONE;
        for (int i = 0; i < 100; i++) {
            table.claim(renewal());
            agents.ask(renewal(), ROW);
            link.perform(attempt());
        }
        assertThat(asked).isEqualTo(300);
        assertThat(registries.breakers().getAllCircuitBreakers())
                .allSatisfy(b ->
                        assertThat(b.getMetrics().getNumberOfBufferedCalls()).isZero());
    }

    @Test
    void aTableThatFailsIsLeftAloneAndProbedLater() {
        on(CallGuard.DYNAMO_BREAKER);
        answer = new LeaseTable.Answer.Denied(new CheckResult.Unresolved("NOERROR, ANSWER: 0"));
        for (int i = 0; i < 10; i++) {
            table.claim(renewal());
        }
        assertThat(table.claim(renewal())).isEqualTo(keptBack("dwfm.dynamo-breaker is open"));
        assertThat(asked).isEqualTo(10);
        assertThat(table.readBack(62)).as("a start is not held up").hasSize(1);

        answer = GRANTED;
        wall.pass(clock.toReal(Duration.ofSeconds(121)));
        for (int i = 0; i < 4; i++) {
            assertThat(table.claim(renewal())).isEqualTo(GRANTED);
        }
        assertThat(state("dynamo")).isEqualTo(State.CLOSED);
    }

    @Test
    void aRefusalByTheTableIsAnAnswer() {
        on(CallGuard.DYNAMO_BREAKER);
        answer = new LeaseTable.Answer.Denied(new CheckResult.Refused("held by another"));
        for (int i = 0; i < 100; i++) {
            table.claim(renewal());
        }
        assertThat(asked).isEqualTo(100);
    }

    @Test
    void aDefectCountsAsAFailureAndStaysADefect() {
        on(CallGuard.DROPLET_BREAKER);
        handshake = () -> {
            throw new UnsupportedOperationException("a defect");
        };
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> agents.ask(renewal(), ROW)).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(state("droplets")).isEqualTo(State.OPEN);
        assertThat(agents.ask(renewal(), ROW)).isInstanceOf(CheckResult.NotTried.class);
    }

    /** Else the probes of a half-open breaker would be missing for ever. */
    @Test
    void aGuardThatGoesOffDuringAProbeLosesNoProbe() {
        on(CallGuard.DROPLET_BREAKER);
        handshake = () -> GONE;
        for (int i = 0; i < 10; i++) {
            agents.ask(renewal(), ROW);
        }
        wall.pass(clock.toReal(Duration.ofMinutes(3)));
        handshake = () -> {
            CallGuard.DROPLET_BREAKER.in(guards).set(false);
            return CONFIRMED;
        };
        for (int i = 0; i < 3; i++) {
            on(CallGuard.DROPLET_BREAKER);
            agents.ask(renewal(), ROW);
        }
        assertThat(state("droplets")).isEqualTo(State.CLOSED);
    }

    @Test
    void theBulkheadKeepsBackAttemptsBeyondHalfOfTheWorkersAndNothingElse() {
        on(CallGuard.HANDSHAKE_BULKHEAD);
        handshake = () -> {
            handshake = () -> {
                handshake = () -> CONFIRMED;
                assertThat(link.perform(attempt()))
                        .isEqualTo(new CheckResult.NotTried("dwfm.handshake-bulkhead is full"));
                assertThat(link.perform(renewal())).isEqualTo(CONFIRMED);
                assertThat(link.perform(firstLease())).isEqualTo(CONFIRMED);
                return CONFIRMED;
            };
            return link.perform(attempt());
        };
        assertThat(link.perform(attempt())).isEqualTo(CONFIRMED);
        assertThat(link.perform(attempt())).as("both places are free again").isEqualTo(CONFIRMED);
        assertThat(guards.find("dwfm.handshake-bulkhead").orElseThrow().timesActed())
                .isEqualTo(1);
    }

    @Test
    void aDefectLeavesItsPlace() {
        on(CallGuard.HANDSHAKE_BULKHEAD);
        handshake = () -> {
            throw new UnsupportedOperationException("a defect");
        };
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> link.perform(attempt())).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    /** 90 s at speed 1000. The call is interrupted, or it would go on for nobody. */
    @Test
    void aSilentDropletIsGivenUpAndTheCallCancelled() throws Exception {
        on(CallGuard.TIME_LIMITER);
        CountDownLatch cancelled = new CountDownLatch(1);
        handshake = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                cancelled.countDown();
            }
            return CONFIRMED;
        };
        assertThat(agents.ask(renewal(), ROW)).isInstanceOf(CheckResult.Unreachable.class);
        cancelled.await();
        assertThat(guards.find("dwfm.time-limiter").orElseThrow().timesActed()).isEqualTo(1);
    }

    @Test
    void aDefectBehindTheTimeLimitStaysADefect() {
        on(CallGuard.TIME_LIMITER);
        handshake = () -> {
            throw new UnsupportedOperationException("a defect");
        };
        assertThatThrownBy(() -> agents.ask(renewal(), ROW)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** After the host was closed no call can begin; its workers end. */
    @Test
    void aClosedHostAsksNobody() {
        on(CallGuard.TIME_LIMITER);
        agents.close();
        assertThat(agents.ask(renewal(), ROW)).isInstanceOf(CheckResult.NotTried.class);
        assertThat(asked).isZero();
    }

    private void on(CallGuard guard) {
        guard.in(guards).set(true);
    }

    private State state(String towards) {
        return registries.breakers().circuitBreaker("dwfm-1." + towards).getState();
    }

    private static LeaseTable.Answer keptBack(String why) {
        return new LeaseTable.Answer.Denied(new CheckResult.NotTried(why));
    }

    private static Assignment renewal() {
        return assignment(new Work.Renewal(DROPLET, START, START.plusSeconds(90)));
    }

    private static Assignment attempt() {
        return assignment(new Work.Establishment(DROPLET, START, START.plusSeconds(90), 1, false));
    }

    private static Assignment firstLease() {
        return assignment(new Work.Establishment(DROPLET, START, START.plusSeconds(90), 1, true));
    }

    private static Assignment assignment(Work work) {
        return new Assignment(work, 1, START, START.plusSeconds(3000), work.deadline(), true, false);
    }
}
