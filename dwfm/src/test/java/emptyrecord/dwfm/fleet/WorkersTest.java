package emptyrecord.dwfm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.host.HostSetup;
import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.host.Policies;
import emptyrecord.dwfm.core.host.Wiring;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.kernel.Driver;
import emptyrecord.kit.switchboard.Guards;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A host has as many workers as its wiring says, whatever it had before. There is no work here. */
class WorkersTest {

    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();
    private static final Instant NOW = UnleasedFleet.NOW;

    private final IncidentClock clock = new IncidentClock(InstantSource.fixed(NOW), NOW, 1);
    private final LeaseHost host = new LeaseHost(new HostSetup(
            1,
            SHIPPED,
            Policies.of(new Guards(), SHIPPED, NOW),
            new PendingChanges(order -> {}, Runnable::run),
            new SplittableRandom(1),
            NOW));
    private final Driver driver = new Driver("dwfm-1-time", new Still(), clock, Duration.ofSeconds(1));
    private final EventLog events;
    private final Workers workers;

    WorkersTest(@TempDir Path folder) {
        events = new EventLog("dwfm", clock, folder, new JsonMapper());
        workers = new Workers("dwfm-1", host, driver, new Checks("dwfm-1", new NoLink(), events), clock);
    }

    @AfterEach
    void close() {
        workers.close();
        driver.close();
        events.close();
    }

    @Test
    void thoseOfALargerWiringEndAndComeBackWithIt() {
        workers.asWired();
        assertThat(workers.running()).isEqualTo(SHIPPED.workers());
        for (int round = 0; round < 3; round++) {
            wire("thundering-herd");
            assertThat(workers.running()).isEqualTo(SHIPPED.workers() + SHIPPED.droplets());
            wire("stale-fifo");
            await().untilAsserted(() -> assertThat(workers.running()).isEqualTo(SHIPPED.workers()));
        }
    }

    private void wire(String wiring) {
        driver.ask(() -> {
            host.wire(Wiring.of(wiring, 12));
            return true;
        });
        workers.asWired();
    }

    private static final class Still implements Driver.Core {

        @Override
        public void advance(Instant now) {}

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }
    }

    private static final class NoLink implements DropletLink {

        @Override
        public CheckResult perform(Assignment work) {
            throw new IllegalStateException("there is no work");
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
