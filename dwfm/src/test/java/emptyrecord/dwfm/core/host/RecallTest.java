package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.lease.LeaseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a new process interprets the lease table. */
class RecallTest {

    private static final Instant START = RegionSimulator.at(0);
    private final Recall recall = new Recall(ShippedSettings.get().lease());
    private final RegionSimulator region = new RegionSimulator(1, 0, false);
    private final LeaseHost host = region.hosts.getFirst().host;

    @Test
    void leasesThatTheTableConfirmsAreHeld() {
        recall.apply(rows("dwfm-1", 30, -1), "dwfm-1", START, START, host);
        assertThat(host.snapshot(START).leasesHeld()).isEqualTo(62);
    }

    @Test
    void anothersLeasesAreNotClaimed() {
        recall.apply(rows("somebody", 30, -1), "dwfm-1", START, START, host);
        assertThat(host.snapshot(START).leasesHeld()).isZero();
    }

    @Test
    void crashedHostFindsItsLapsedDropletsBroken() {
        assertThat(recall.apply(rows("dwfm-1", -30, -2), "dwfm-1", START, START, host))
                .as("it went on writing after the leases had lapsed")
                .isTrue();
        assertThat(heldByFirst(60))
                .as("a crash in the collapse heals nothing (F53)")
                .isLessThan(31);
    }

    @Test
    void leasesThatLapsedWhileNobodyWasThereArePutIntoService() {
        assertThat(recall.apply(rows("dwfm-1", -1, -25), "dwfm-1", START, START, host))
                .isFalse();
        assertThat(host.snapshot(START).startUpLimit()).isPresent();
        assertThat(heldByFirst(8)).isEqualTo(62);
    }

    @Test
    void hostThatWasSilentForLongerThanAnyLeaseStarts() {
        recall.apply(rows("dwfm-1", -400, -200), "dwfm-1", START, START, host);
        assertThat(heldByFirst(8)).isEqualTo(62);
    }

    @Test
    void dropletsThatNeverWereInServiceAreNotBroken() {
        List<LeaseRecord> late = rows("dwfm-1", -30, -2).stream()
                .map(r -> new LeaseRecord(
                        r.droplet(), r.epoch(), r.holder(), r.reservedUntil(), Instant.EPOCH, r.writtenAt()))
                .toList();
        assertThat(recall.apply(late, "dwfm-1", START, START, host)).isFalse();
        assertThat(heldByFirst(8)).isEqualTo(62);
    }

    @Test
    void coldStartPutsDropletsIntoService() {
        recall.apply(rows("dwfm-1", -100, -200), "dwfm-1", START, START, host);
        assertThat(heldByFirst(8)).isEqualTo(62);
    }

    @Test
    void ownWritesSinceTheStartAreNoCrash() {
        recall.apply(rows("dwfm-1", -1, 1), "dwfm-1", START, RegionSimulator.at(2), host);
        assertThat(heldByFirst(8)).isEqualTo(62);
    }

    private int heldByFirst(double minutes) {
        region.until(minutes);
        return host.snapshot(RegionSimulator.at(minutes)).leasesHeld();
    }

    private static List<LeaseRecord> rows(String holder, double leaseUntil, double writtenAt) {
        List<LeaseRecord> rows = new ArrayList<>();
        for (int slot = 0; slot < 62; slot++) {
            Instant until = RegionSimulator.at(leaseUntil);
            rows.add(new LeaseRecord(new DropletId(1, slot), 3, holder, until, until, RegionSimulator.at(writtenAt)));
        }
        return rows;
    }
}
