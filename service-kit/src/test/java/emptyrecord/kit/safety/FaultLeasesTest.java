package emptyrecord.kit.safety;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.ManualTime;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FaultLeasesTest {

    private static final Duration SWEEP = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Faults faults = new Faults();
    private final Fault fault =
            faults.declare(new Fault("slow", "a fault", "times", new Fault.Range(1, 9), Map.of("few", 3.0)));

    @SuppressWarnings("NullAway.Init")
    private FaultLeases leases;

    @BeforeEach
    void start() {
        EventLog events =
                new EventLog("some-service", new IncidentClock(time, Instant.EPOCH, 60), folder, new JsonMapper());
        leases = new FaultLeases(faults, time, events);
        fault.inject(
                new Fault.Injection(3, Optional.empty(), Instant.EPOCH, Optional.of(Instant.EPOCH.plusSeconds(10))));
    }

    private void sweepFor(Duration real) {
        for (Duration gone = Duration.ZERO; gone.compareTo(real) < 0; gone = gone.plus(SWEEP)) {
            time.pass(SWEEP);
            leases.sweep();
        }
    }

    @Test
    void whatNobodyRenewsEndsWithItsLease() {
        sweepFor(Duration.ofMillis(9500));
        assertThat(fault.injection()).isPresent();
        sweepFor(SWEEP);
        assertThat(fault.injection()).isEmpty();
    }

    @Test
    void aServiceThatStoodStillCouldHearNobody() {
        sweepFor(Duration.ofSeconds(4));
        time.pass(Duration.ofSeconds(60));
        leases.sweep();
        assertThat(fault.injection()).as("six seconds of its lease are left").isPresent();
        sweepFor(Duration.ofMillis(5500));
        assertThat(fault.injection()).isPresent();
        sweepFor(SWEEP);
        assertThat(fault.injection()).isEmpty();
    }
}
