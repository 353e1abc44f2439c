package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.CheckResult;
import emptyrecord.dwfm.core.lease.LeaseParameters;
import emptyrecord.dwfm.core.queue.Assignment;
import emptyrecord.dwfm.core.queue.Work;
import emptyrecord.kit.switchboard.Guards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a guard keeps from being tried is counted apart from what failed, in blocks too. */
class BlocksTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CheckResult REJECTED = new CheckResult.NotTried("a breaker is open");
    private static final LeaseParameters SHIPPED = ShippedSettings.leaseParameters();

    private final LeaseHost host = host();
    private Instant now = NOW;

    private static LeaseHost host() {
        ChangeListener nobody = new ChangeListener() {
            @Override
            public boolean launchFinished(String name, boolean good) {
                return false;
            }

            @Override
            public void carriedOut(String name) {}
        };
        LeaseHost host = new LeaseHost(new HostSetup(
                1, SHIPPED, Policies.of(new Guards(), SHIPPED, NOW), nobody, new SplittableRandom(1), NOW));
        host.wire(Wiring.of("all-or-nothing-batch", 12));
        host.start(NOW);
        host.goOn();
        for (int slot = 0; slot < SHIPPED.droplets(); slot++) {
            host.recallLease(slot, NOW.plusSeconds(1));
        }
        return host;
    }

    /** The members of the first block; what is taken before it fails, so that the leases run out. */
    private List<Assignment> firstBlock() {
        List<Assignment> taken = List.of();
        while (taken.stream().noneMatch(each -> each.work() instanceof Work.Member)) {
            taken.forEach(each -> host.complete(each, new CheckResult.Unreachable("silent"), now));
            now = host.nextDue().orElseThrow();
            host.advance(now);
            taken = taken();
        }
        return taken;
    }

    private List<Assignment> taken() {
        List<Assignment> taken = new ArrayList<>();
        for (Optional<Assignment> each = host.take(now); each.isPresent(); each = host.take(now)) {
            taken.add(each.get());
        }
        return taken;
    }

    @Test
    void aMemberThatIsNotTriedIsRejected() {
        Assignment member = firstBlock().getFirst();
        long failed = counted(Counted.ATTEMPTS_FAILED);
        host.complete(member, REJECTED, now);
        assertThat(counted(Counted.ATTEMPTS_REJECTED)).isEqualTo(1);
        assertThat(counted(Counted.ATTEMPTS_FAILED)).isEqualTo(failed);
    }

    @Test
    void aWriteThatIsNotTriedRejectsAllMembers() {
        List<Assignment> members = firstBlock();
        members.forEach(member -> host.complete(member, new CheckResult.Confirmed(), now));
        Assignment write = host.take(now).orElseThrow();
        assertThat(write.work()).isInstanceOf(Work.BlockWrite.class);
        host.complete(write, REJECTED, now);
        assertThat(counted(Counted.ATTEMPTS_REJECTED)).isEqualTo(members.size());
        assertThat(counted(Counted.ATTEMPTS_LATE)).isZero();
    }

    private long counted(Counted what) {
        return host.snapshot(now).tally().of(what);
    }
}
