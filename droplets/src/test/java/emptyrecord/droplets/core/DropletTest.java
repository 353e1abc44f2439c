package emptyrecord.droplets.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One droplet's rules, in incident time. */
class DropletTest {

    private static final DropletId ID = new DropletId(1, 0);
    private static final Instant NOON = Instant.parse("2025-10-20T12:00:00Z");
    private static final InstanceId FIRST = new InstanceId("i-00000001");
    private static final InstanceId SECOND = new InstanceId("i-00000002");

    private final Droplet droplet = new Droplet(ID, 1);

    private static Check check(String holder, long epoch, Instant until) {
        return new Check(ID, new Claim(holder, epoch), until, CheckDepth.RENEWAL);
    }

    private Decision checked(String holder, long epoch, Instant until) {
        return carriedOut(droplet.judge(check(holder, epoch, until)));
    }

    private Decision checked(String holder, long epoch) {
        return checked(holder, epoch, NOON.plusSeconds(60));
    }

    private Decision told(String holder, long epoch, Order.Kind kind, InstanceId instance) {
        return told(holder, epoch, kind, instance, NOON);
    }

    private Decision told(String holder, long epoch, Order.Kind kind, InstanceId instance, Instant now) {
        return carriedOut(droplet.judge(new Order(ID, new Claim(holder, epoch), instance, kind), now));
    }

    private Decision carriedOut(Decision decision) {
        if (decision instanceof Decision.Obey obey) {
            obey.news().ifPresent(droplet::apply);
        }
        return decision;
    }

    private static void assertObeyed(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Obey.class);
    }

    private static void assertRefused(Decision decision, Refusal why) {
        assertThat(decision).isEqualTo(new Decision.Refuse(why));
    }

    @Test
    void anOlderEpochIsRefusedEvenOfTheSameHolder() {
        assertObeyed(checked("dwfm-1", 5));
        assertRefused(checked("dwfm-2", 4), Refusal.OLDER_EPOCH);
        assertRefused(checked("dwfm-1", 4), Refusal.OLDER_EPOCH);
        assertThat(droplet.obeyed())
                .hasValueSatisfying(o -> assertThat(o.claim()).isEqualTo(new Claim("dwfm-1", 5)));
    }

    @Test
    void anEpochBelongsToOneHolder() {
        assertObeyed(checked("dwfm-1", 5));
        assertRefused(checked("dwfm-2", 5), Refusal.SAME_EPOCH_OTHER_HOLDER);
        assertObeyed(checked("dwfm-1", 5));
    }

    @Test
    void aNewerEpochIsObeyedWhileTheLeaseBeforeStillRuns() {
        checked("dwfm-1", 5);
        assertObeyed(checked("dwfm-2", 6));
        assertRefused(told("dwfm-1", 5, Order.Kind.START, FIRST), Refusal.OLDER_EPOCH);
        assertObeyed(told("dwfm-2", 6, Order.Kind.START, FIRST));
    }

    @Test
    void aRepeatedCheckIsNoNewsAndNeverShortensTheLeaseOfItsRow() {
        checked("dwfm-1", 5, NOON.plusSeconds(60));
        assertThat(checked("dwfm-1", 5, NOON)).isEqualTo(new Decision.Obey(Optional.empty()));
        assertObeyed(told("dwfm-1", 5, Order.Kind.REBOOT, FIRST));
        checked("dwfm-1", 6, NOON);
        assertRefused(told("dwfm-1", 6, Order.Kind.REBOOT, FIRST), Refusal.LEASE_OVER);
    }

    @Test
    void aChangeNeedsALeaseOfItsSender() {
        assertRefused(told("dwfm-1", 1, Order.Kind.START, FIRST), Refusal.NEVER_HELD);
        checked("dwfm-1", 2, NOON.plusSeconds(1));
        assertRefused(told("dwfm-2", 3, Order.Kind.START, FIRST), Refusal.OTHER_HOLDER);
        assertObeyed(told("dwfm-1", 2, Order.Kind.REBOOT, FIRST, NOON));
        assertRefused(told("dwfm-1", 2, Order.Kind.REBOOT, FIRST, NOON.plusSeconds(1)), Refusal.LEASE_OVER);
    }

    @Test
    void aChangeMayWaitAcrossRenewalsButNotAcrossAnotherHolder() {
        checked("dwfm-1", 2);
        checked("dwfm-1", 3);
        assertObeyed(told("dwfm-1", 2, Order.Kind.REBOOT, FIRST));
        assertObeyed(told("dwfm-1", 4, Order.Kind.REBOOT, FIRST));
        checked("dwfm-2", 4);
        checked("dwfm-1", 5);
        assertRefused(told("dwfm-1", 3, Order.Kind.REBOOT, FIRST), Refusal.OLDER_EPOCH);
        assertObeyed(told("dwfm-1", 5, Order.Kind.REBOOT, FIRST));
    }

    @Test
    void aFullDropletRepeatsAStartButTakesNoOther() {
        checked("dwfm-1", 1);
        assertObeyed(told("dwfm-1", 1, Order.Kind.START, FIRST));
        assertObeyed(told("dwfm-1", 1, Order.Kind.START, FIRST));
        assertRefused(told("dwfm-1", 1, Order.Kind.START, SECOND), Refusal.NO_ROOM);
        assertThat(droplet.running()).isOne();
        assertObeyed(told("dwfm-1", 1, Order.Kind.END, FIRST));
        assertObeyed(told("dwfm-1", 1, Order.Kind.END, FIRST));
        assertObeyed(told("dwfm-1", 1, Order.Kind.START, SECOND));
    }

    @Test
    void instancesStayWhenTheHolderChanges() {
        checked("dwfm-1", 1);
        told("dwfm-1", 1, Order.Kind.START, FIRST);
        checked("dwfm-2", 2);
        assertThat(droplet.runs(FIRST)).isTrue();
    }
}
