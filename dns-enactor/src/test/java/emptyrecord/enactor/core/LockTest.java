package emptyrecord.enactor.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.dns.TreeNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final ZoneNames names = new ZoneNames("z.test");
    private final InMemoryZones zones = new InMemoryZones();

    @Test
    void ofTwoThatReadTheSameLockOneWins() {
        zones.apply(Lock.freedBy("x", names).replacing(Optional.empty(), names).build());
        var read = zones.peek("z.test").lock();
        Lock a = Lock.heldBy("a", names, NOW, Duration.ofMinutes(1));
        Lock b = Lock.heldBy("b", names, NOW, Duration.ofMinutes(1));

        assertThat(zones.apply(a.replacing(read, names).build())).isInstanceOf(BatchOutcome.Applied.class);
        assertThat(zones.apply(b.replacing(read, names).build())).isInstanceOf(BatchOutcome.Refused.class);
    }

    @Test
    void aLockIsHeldByAnotherOnlyUntilItRunsOut() {
        Lock lock =
                Lock.read(Lock.heldBy("a", names, NOW, Duration.ofMinutes(1)).record());
        assertThat(lock.heldByAnother("b", NOW)).isTrue();
        assertThat(lock.heldByAnother("a", NOW)).isFalse();
        assertThat(lock.heldByAnother("b", NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void textThatIsNoLockCountsAsFree() {
        Lock lock = Lock.read(new RecordSet.Text(names.lock(), "hands off", 60));
        assertThat(lock.heldByAnother("b", NOW)).isFalse();
    }

    @Test
    void namesTellTheirPlan() {
        assertThat(names.planOf("plan-145.z.test")).hasValue(new PlanGeneration(145));
        assertThat(names.planOf("lb-1a.plan-145.z.test")).hasValue(new PlanGeneration(145));
        ZoneNames night = new ZoneNames("z.test", TreeNames.UUIDS);
        assertThat(names.planOf(night.leaf(new PlanGeneration(145), "lb-1a")))
                .as("whatever is read may be named either way")
                .hasValue(new PlanGeneration(145));
        assertThat(names.planOf("by-hand.z.test")).isEmpty();
        assertThat(names.planOf("plan-145.other.test")).isEmpty();
    }
}
