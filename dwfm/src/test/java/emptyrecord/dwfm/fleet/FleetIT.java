package emptyrecord.dwfm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.event.EventKind;
import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.host.HostSetup;
import emptyrecord.dwfm.core.host.HostSnapshot;
import emptyrecord.dwfm.core.host.LeaseHost;
import emptyrecord.dwfm.core.host.Policies;
import emptyrecord.dwfm.core.host.Recall;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.DropletChange.Kind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import emptyrecord.kit.switchboard.Guards;
import emptyrecord.kit.web.NotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A host with real threads and a lease table that a test can switch off, 600 times as fast as real time. */
class FleetIT {

    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();

    private final IncidentClock clock = new IncidentClock(InstantSource.system(), Instant.now(), 600);
    private final List<String> terminated = new CopyOnWriteArrayList<>();
    private final Table table = new Table();

    private final EventLog events;
    private final Fleet fleet;

    /** One row a droplet is enough here: only whether it can be read and written matters. */
    private static final class Table implements DropletLink {
        private final List<LeaseRecord> rows = new CopyOnWriteArrayList<>();
        private volatile boolean away;
        private volatile boolean broken;

        @Override
        public CheckResult perform(Assignment work) {
            if (broken) {
                throw new UnsupportedOperationException("a defect");
            }
            return away ? new CheckResult.Unresolved("NOERROR, ANSWER: 0") : new CheckResult.Confirmed();
        }

        @Override
        public List<LeaseRecord> readBack(int droplets) {
            if (away) {
                throw new IllegalStateException("no address for dynamodb");
            }
            return rows;
        }

        @Override
        public void close() {}
    }

    FleetIT(@TempDir Path folder) {
        events = new EventLog("dwfm", clock, folder, new JsonMapper());
        PendingChanges pending = new PendingChanges(terminated::add, Runnable::run);
        HostRunner host = new HostRunner("dwfm-1", this::host, table, pending, clock, events);
        fleet = new Fleet(List.of(host), shape(), events, new SplittableRandom(1));
    }

    private LeaseHost host(PendingChanges pending) {
        SplittableRandom chance = new SplittableRandom(1);
        Instant now = clock.instant();
        return new LeaseHost(new HostSetup(1, SHIPPED, Policies.of(new Guards(), SHIPPED, now), pending, chance, now));
    }

    private static Fleet.FleetShape shape() {
        return new Fleet.FleetShape(SHIPPED.droplets(), List.of("us-east-1a", "us-east-1b"));
    }

    @AfterEach
    void close() {
        fleet.close();
        events.close();
    }

    @Test
    void launchNeedsALeaseAndIsCarriedOutInTime() throws Exception {
        DropletId droplet = new DropletId(1, 3);
        assertThat(fleet.launch(droplet, change("early", Kind.START)))
                .as("there is no lease yet")
                .isEmpty();
        fleet.start(new Recall(Duration.ofHours(3)));
        awaitLeases();

        assertThat(fleet.canChange(droplet)).isTrue();
        assertThat(fleet.launch(droplet, change("one", Kind.START))
                        .orElseThrow()
                        .get(1, TimeUnit.MINUTES))
                .isTrue();
        fleet.order(droplet, change("one", Kind.END));
        await().untilAsserted(() -> assertThat(terminated).containsExactly("one"));
        assertThat(kinds()).contains(EventKind.LEASES_RECALLED);
    }

    @Test
    void leasesOfTheProcessBeforeAreHeldAtOnce() {
        Instant now = clock.instant();
        for (int slot = 0; slot < SHIPPED.droplets(); slot++) {
            Instant until = now.plus(Duration.ofHours(2));
            table.rows.add(new LeaseRecord(new DropletId(1, slot), 7, "dwfm-1", until, until, now.minusSeconds(60)));
        }
        fleet.start(new Recall(Duration.ofHours(3)));
        await().untilAsserted(() -> assertThat(kinds()).contains(EventKind.LEASES_RECALLED));
        assertThat(snapshot().leasesHeld()).isEqualTo(SHIPPED.droplets());
    }

    @Test
    void tableThatCannotBeReadIsReadAsSoonAsItCan() {
        table.away = true;
        fleet.start(new Recall(Duration.ofHours(3)));
        await().untilAsserted(() -> assertThat(kinds()).contains(EventKind.STATE_CHECKS_FAILING));
        assertThat(kinds()).doesNotContain(EventKind.LEASES_RECALLED);

        table.away = false;
        await().untilAsserted(() ->
                assertThat(kinds()).contains(EventKind.LEASES_RECALLED, EventKind.STATE_CHECKS_RECOVERED));
        awaitLeases();
    }

    @Test
    void crashedHostDropsItsWorkKeepsItsLeasesAndCannotBeRestarted() {
        fleet.start(new Recall(Duration.ofHours(3)));
        awaitLeases();
        fleet.look(host -> true);
        fleet.look(host -> true);
        HostSnapshot down = snapshot();
        assertThat(down.away()).isTrue();
        assertThat(down.queueLength()).isZero();
        assertThat(down.leasesHeld()).isPositive();
        assertThat(fleet.canChange(new DropletId(1, 3))).isFalse();
        assertThatThrownBy(() -> fleet.restart("dwfm-1")).hasMessageContaining("host-crash");

        fleet.look(host -> false);
        await().untilAsserted(() -> assertThat(snapshot().away()).isFalse());
        assertThat(kinds()).as("each turn once").containsOnlyOnce(EventKind.HOST_CRASHED, EventKind.HOST_RESTARTED);
    }

    @Test
    void restartOfAHostThatIsNotThereNamesThoseThatAre() {
        assertThatThrownBy(() -> fleet.restart("dwfm-9"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("[dwfm-1]");
    }

    @Test
    void defectInACallCostsNoWorker() {
        table.broken = true;
        fleet.start(new Recall(Duration.ofHours(3)));
        await().untilAsserted(() -> assertThat(kinds()).contains(EventKind.STATE_CHECKS_FAILING));
        table.broken = false;
        awaitLeases();
    }

    @Test
    void anyDropletStandsInTheZoneThatWasAskedFor() {
        for (int i = 0; i < 100; i++) {
            DropletId droplet = fleet.anyDroplet("us-east-1b");
            assertThat(fleet.shape().zone(droplet)).isEqualTo("us-east-1b");
            assertThat(droplet.slot()).isBetween(0, SHIPPED.droplets() - 1);
        }
        assertThat(fleet.anyDroplets(100)).extracting(fleet.shape()::zone).contains("us-east-1a", "us-east-1b");
    }

    private static DropletChange change(String name, Kind kind) {
        return new DropletChange(name, "i-" + name, kind);
    }

    private void awaitLeases() {
        await().untilAsserted(() -> assertThat(snapshot().leasesHeld()).isGreaterThan(SHIPPED.droplets() - 3));
    }

    private HostSnapshot snapshot() {
        return fleet.snapshots().getFirst();
    }

    private List<EventKind> kinds() {
        return events.after(0, 1000).stream().map(EventKind::of).toList();
    }
}
