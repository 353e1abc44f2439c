package emptyrecord.dwfm.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two holders never both hold a lease, whatever they have seen and however late they are. */
class LeaseClaimTest {

    private static final DropletId DROPLET = new DropletId(1, 7);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void firstClaimNeedsAnEmptyTable() {
        LeaseClaim.Write write = (LeaseClaim.Write) LeaseClaim.decide(Optional.empty(), request("a", 30, true, NOW));
        assertThat(write.known()).isEmpty();
        assertThat(write.next().epoch()).isEqualTo(1);
    }

    @Test
    void anothersReservationStopsTheClaim() {
        LeaseRecord theirs = new LeaseRecord(DROPLET, 4, "b", minutes(NOW, 10), minutes(NOW, 10), NOW);
        assertThat(LeaseClaim.decide(Optional.of(theirs), request("a", 30, true, NOW)))
                .isInstanceOf(LeaseClaim.HeldByAnother.class);
        assertThat(LeaseClaim.decide(Optional.of(theirs), request("a", 30, true, minutes(NOW, 11))))
                .isInstanceOf(LeaseClaim.Write.class);
    }

    @Test
    void lateWorkReservesButMovesNoLease() {
        LeaseRecord mine = new LeaseRecord(DROPLET, 4, "a", NOW, NOW, NOW);
        LeaseClaim.Write write = (LeaseClaim.Write) LeaseClaim.decide(Optional.of(mine), request("a", 30, false, NOW));
        assertThat(write.next().reservedUntil()).isEqualTo(minutes(NOW, 30));
        assertThat(write.next().leaseUntil()).isEqualTo(NOW);
    }

    @Test
    void lateWorkOfAStartingHostTakesALapsedLeaseOut() {
        LeaseRecord lapsed = new LeaseRecord(DROPLET, 4, "a", NOW, NOW, NOW);
        LeaseClaim.Request late = new LeaseClaim.Request(DROPLET, "a", minutes(NOW, 30), false, true, NOW);
        assertThat(((LeaseClaim.Write) LeaseClaim.decide(Optional.of(lapsed), late))
                        .next()
                        .leaseUntil())
                .isEqualTo(Instant.EPOCH);
        LeaseRecord held = new LeaseRecord(DROPLET, 4, "a", minutes(NOW, 9), minutes(NOW, 9), NOW);
        assertThat(((LeaseClaim.Write) LeaseClaim.decide(Optional.of(held), late))
                        .next()
                        .leaseUntil())
                .isEqualTo(minutes(NOW, 9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoHoldersNeverOverlap(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Optional<LeaseRecord> table = Optional.empty();
        Instant[] believes = {Instant.MIN, Instant.MIN};
        java.util.List<Optional<LeaseRecord>> seen = new java.util.ArrayList<>();
        seen.add(Optional.empty());
        seen.add(Optional.empty());
        Instant now = NOW;
        for (int step = 0; step < 5000; step++) {
            now = now.plusSeconds(chance.nextInt(600));
            int who = chance.nextInt(2);
            if (chance.nextInt(4) == 0) {
                seen.set(who, table);
            }
            boolean inTime = chance.nextBoolean();
            LeaseClaim claim = LeaseClaim.decide(
                    seen.get(who), request(who == 0 ? "a" : "b", 20 + chance.nextInt(140), inTime, now));
            if (claim instanceof LeaseClaim.Write write && stillThere(table, write)) {
                table = Optional.of(write.next());
                seen.set(who, table);
                if (inTime) {
                    believes[who] = write.next().leaseUntil();
                }
            }
            assertThat(believes[0].isAfter(now) && believes[1].isAfter(now))
                    .as("seed %s, step %s", seed, step)
                    .isFalse();
        }
    }

    private static boolean stillThere(Optional<LeaseRecord> table, LeaseClaim.Write write) {
        return write.known().isEmpty()
                ? table.isEmpty()
                : table.filter(row -> row.epoch() == write.known().getAsLong()).isPresent();
    }

    private static LeaseClaim.Request request(String holder, int minutes, boolean inTime, Instant now) {
        return new LeaseClaim.Request(DROPLET, holder, minutes(now, minutes), inTime, false, now);
    }

    private static Instant minutes(Instant from, int minutes) {
        return from.plus(Duration.ofMinutes(minutes));
    }
}
