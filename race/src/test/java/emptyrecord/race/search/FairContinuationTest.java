package emptyrecord.race.search;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.race.core.Schedule;
import emptyrecord.race.core.Setup;
import emptyrecord.race.core.SteppedRegion;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the system develops from a state without repairs (F39). */
class FairContinuationTest {

    private static final Schedule NIGHT =
            Schedule.parse("c:pick,p:plan*9,a:pick,a:lock,a:flip,c:lock,c:flip,a:clean,a:delete");

    private static SteppedRegion after(Schedule schedule, String... guards) {
        SteppedRegion region = new SteppedRegion(new Setup(Set.of(guards), Setup.NIGHTS_AGE));
        schedule.moves().forEach(region::move);
        return region;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anEmptyRecordStaysEmptyHoweverTheEnactorsGoOn(long seed) {
        SteppedRegion region = after(NIGHT);
        assertThat(region.isEmptyNow()).isTrue();
        assertThat(new FairContinuation(seed).isStuck(region))
                .as("seed " + seed)
                .isTrue();
        assertThat(region.isEmptyNow()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void withATolerantRollbackItHealsByItself(long seed) {
        SteppedRegion region = after(NIGHT, "dns.rollback-tolerant");
        assertThat(region.isEmptyNow()).isTrue();
        assertThat(new FairContinuation(seed).isStuck(region))
                .as("seed " + seed)
                .isFalse();
        assertThat(region.isEmptyNow()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aQuietRegionIsNeverStuck(long seed) {
        SteppedRegion region = new SteppedRegion(Setup.night());
        assertThat(new FairContinuation(seed).isStuck(region))
                .as("seed " + seed)
                .isFalse();
    }

    @Test
    void anOlderPlanLiveIsRepairedByTheNextPass() {
        SteppedRegion region = after(Schedule.parse("c:pick,p:plan*3,a:pick,a:lock,a:flip,c:lock,c:flip"));
        long before = region.active().value();
        assertThat(new FairContinuation(1).isStuck(region)).isFalse();
        assertThat(region.active().value()).isGreaterThan(before);
    }
}
