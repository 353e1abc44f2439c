package emptyrecord.droplets.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a fleet remembers. */
class FleetTest {

    private static final Instant NOON = Instant.parse("2025-10-20T12:00:00Z");
    private static final DropletId DROPLET = new DropletId(2, 1);
    private static final InstanceId INSTANCE = new InstanceId("i-00000001");

    private static Fleet fleet(int hosts) {
        return new Fleet(new FleetShape(hosts, 2, 4));
    }

    private static void carryOut(Fleet fleet, Decision decision) {
        ((Decision.Obey) decision).news().ifPresent(fleet::apply);
    }

    private static Fleet busy() {
        Fleet fleet = fleet(2);
        Droplet droplet = fleet.find(DROPLET);
        Claim claim = new Claim("dwfm-2", 7);
        carryOut(fleet, droplet.judge(new Check(DROPLET, claim, NOON, CheckDepth.RENEWAL)));
        Order start = new Order(DROPLET, claim, INSTANCE, Order.Kind.START);
        carryOut(fleet, droplet.judge(start, NOON.minusSeconds(1)));
        return fleet;
    }

    @Test
    void leasesCountUntilTheyAreOver() {
        Fleet fleet = busy();
        assertThat(fleet.leasesObeyed(NOON.minusSeconds(1))).isOne();
        assertThat(fleet.leasesObeyed(NOON)).isZero();
        assertThat(fleet.running()).isOne();
    }

    @Test
    void itsMemoryMakesTheSameFleetAgain() {
        Fleet before = busy();
        Fleet after = fleet(2);
        before.memory().forEach(after::restore);
        assertThat(after.find(DROPLET).obeyed()).isEqualTo(before.find(DROPLET).obeyed());
        assertThat(after.find(DROPLET).runs(INSTANCE)).isTrue();
        assertThat(after.memory()).isEqualTo(before.memory());
        assertThat(after.running()).isOne();
    }

    @Test
    void aDropletThatIsNoLongerHostedIsRememberedForLater() {
        Fleet smaller = fleet(1);
        busy().memory().forEach(smaller::restore);
        assertThat(smaller.running()).isZero();
        assertThat(smaller.memory()).isEqualTo(busy().memory()).hasSizeLessThanOrEqualTo((int) smaller.remembered());
    }
}
