package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.queue.DropletChange;
import emptyrecord.dwfm.core.queue.DropletChange.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Launches and terminations through a host's queue (F50, F13). */
class ChangesTest {

    /** The queue is longer than the deadline, and the last leases have not run out yet. */
    private static final double COLLAPSED = 180;

    @Test
    void launchNeedsALease() {
        RegionSimulator region = new RegionSimulator(1, 0, false);
        LeaseHost host = region.hosts.getFirst().host;
        assertThat(host.canChange(3, RegionSimulator.at(0))).isFalse();
        region.until(15);
        assertThat(host.canChange(3, RegionSimulator.at(15))).isTrue();
        assertThat(host.launch(3, start("one"), RegionSimulator.at(15))).isTrue();
        region.until(18);
        assertThat(region.hosts.getFirst().launched).isEqualTo(1);
    }

    @Test
    void launchInTheCollapseIsNeverInTime() {
        RegionSimulator region = new RegionSimulator(1).outage(157).until(COLLAPSED);
        SimulatedHost first = region.hosts.getFirst();
        int slot = heldSlot(first.host);
        assertThat(first.host.launch(slot, start("late"), RegionSimulator.at(COLLAPSED)))
                .isTrue();
        region.until(260);
        assertThat(first.launched).isZero();
    }

    @Test
    void terminationsWaitForTheLeaseAndAreAllCarriedOut() {
        RegionSimulator region = new RegionSimulator(2).outage(157).until(250);
        SimulatedHost first = region.hosts.getFirst();
        for (int i = 0; i < 300; i++) {
            first.host.order(i % 62, new DropletChange("stop " + i, "i-" + i, Kind.END), RegionSimulator.at(250));
        }
        assertThat(region.parked()).isGreaterThan(250);

        region.throttle(266, 0.27).restarts(266, 8);
        assertThat(region.recovered(0.995, 266, 500)).isLessThan(380);
        region.until(460);
        assertThat(first.carriedOut).isEqualTo(300);
        assertThat(region.parked()).isZero();
        assertThat(region.held()).as("no second storm").isGreaterThan(0.98);
    }

    /** The droplet has started what the host calls a failure; the host has it ended there, when it has the lease. */
    @Test
    void launchThatNobodyWaitsForIsEndedOnItsDroplet() {
        RegionSimulator region = new RegionSimulator(1, 0, false).until(15);
        SimulatedHost first = region.hosts.getFirst();
        first.wanted = false;
        assertThat(first.host.launch(3, start("one"), RegionSimulator.at(15))).isTrue();
        region.until(18);
        assertThat(first.changed).containsExactly("START i-one", "END i-one");
        assertThat(first.carriedOut).as("nobody ordered it").isZero();
    }

    @Test
    void lateLaunchIsEndedOnceTheDropletHasALeaseAgain() {
        RegionSimulator region = new RegionSimulator(1).outage(157).until(COLLAPSED);
        SimulatedHost first = region.hosts.getFirst();
        int slot = heldSlot(first.host);
        assertThat(first.host.launch(slot, start("late"), RegionSimulator.at(COLLAPSED)))
                .isTrue();
        region.throttle(266, 0.27).restarts(266, 8);
        region.until(400);
        assertThat(first.launched).isZero();
        long starts = first.changed.stream().filter("START i-late"::equals).count();
        assertThat(first.changed).filteredOn("END i-late"::equals).hasSize((int) starts);
    }

    private static int heldSlot(LeaseHost host) {
        return IntStream.range(0, 62)
                .filter(slot -> host.canChange(slot, RegionSimulator.at(COLLAPSED)))
                .findFirst()
                .orElseThrow();
    }

    private static DropletChange start(String name) {
        return new DropletChange(name, "i-" + name, Kind.START);
    }

    @Test
    void restartDropsQueueButNotLeases() {
        RegionSimulator region = new RegionSimulator(1).outage(157).until(200);
        LeaseHost host = region.hosts.getFirst().host;
        int held = host.snapshot(RegionSimulator.at(200)).leasesHeld();
        host.restart(RegionSimulator.at(200));
        HostSnapshot after = host.snapshot(RegionSimulator.at(200));
        assertThat(after.queueLength()).isZero();
        assertThat(after.leasesHeld()).isEqualTo(held);
        assertThat(after.away()).isTrue();
        region.until(203);
        assertThat(region.counted(Counted.WORK_DISCARDED)).isGreaterThan(900);
    }
}
