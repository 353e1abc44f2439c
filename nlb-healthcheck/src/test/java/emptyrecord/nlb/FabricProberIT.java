package emptyrecord.nlb;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.nlb.client.FabricProber;
import emptyrecord.nlb.client.Prober;
import emptyrecord.nlb.core.Effect;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a check costs: its time when answered, the whole time-out when not. */
class FabricProberIT {

    private final FakeFabric fabric = new FakeFabric();
    private final IncidentClock clock =
            new IncidentClock(InstantSource.system(), Instant.parse("2026-01-01T00:00:00Z"), 60);
    private final Prober prober = new FabricProber(fabric.address(), clock);

    @AfterEach
    void close() throws IOException {
        fabric.close();
    }

    @Test
    void answeredCheckTakesTheCheckTime() throws InterruptedException {
        Effect.Check check = check(Optional.of("i-node"));
        Prober.Result result = prober.probe(check);
        assertThat(result.outcome()).isEqualTo(Prober.Outcome.PASSED);
        assertThat(result.plannedEnd()).isEqualTo(check.start().plus(check.checkTime()));
        assertThat(clock.instant()).isAfterOrEqualTo(result.plannedEnd());
    }

    @Test
    void unansweredCheckBurnsTheTimeOut() throws InterruptedException {
        fabric.unreachable.add("i-checker");
        burnsTheTimeOut(check(Optional.of("i-node")), Prober.Outcome.FAILED);
    }

    @Test
    void deadNodeBurnsTheTimeOut() throws InterruptedException {
        burnsTheTimeOut(check(Optional.empty()), Prober.Outcome.FAILED);
    }

    @Test
    void checkThatWouldBeTooSlowFails() throws InterruptedException {
        burnsTheTimeOut(check(Optional.of("i-node")).slowedTo(Duration.ofMinutes(1)), Prober.Outcome.FAILED);
    }

    @Test
    void fabricThatIsAwayWasNeverTried() throws IOException, InterruptedException {
        fabric.close();
        burnsTheTimeOut(check(Optional.of("i-node")), Prober.Outcome.NOT_TRIED);
    }

    private void burnsTheTimeOut(Effect.Check check, Prober.Outcome outcome) throws InterruptedException {
        Prober.Result result = prober.probe(check);
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.plannedEnd()).isEqualTo(check.start().plus(check.timeOut()));
        assertThat(clock.instant()).isAfterOrEqualTo(result.plannedEnd());
    }

    private Effect.Check check(Optional<String> toInstance) {
        Instant now = clock.instant();
        return new Effect.Check(
                "checker-1",
                "us-east-1a",
                "i-checker",
                "nlb-1a-1",
                toInstance,
                false,
                now,
                now,
                Duration.ofSeconds(12),
                Duration.ofSeconds(45));
    }
}
