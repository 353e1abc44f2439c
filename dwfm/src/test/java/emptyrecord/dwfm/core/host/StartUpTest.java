package emptyrecord.dwfm.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.dwfm.core.limit.AimdPace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's start on a machine that is too slow for a while, paced and unpaced, and the next start after a kill. */
class StartUpTest {

    private static final double LOAD_ENDS = 60;

    /** Without the pace the end of the load changes nothing: the collapse of F11, without a fault. */
    @ParameterizedTest
    @CsvSource({"1,3,5", "2,3,5", "3,3,5", "4,6,5", "5,6,10", "6,0,2", "7,0,2", "8,0,1.7"})
    void unpacedStartOnABusyMachineCollapsesAndStays(long seed, double from, double times) {
        RegionSimulator region =
                fresh(seed).unpaced().slow(from, times).slow(LOAD_ENDS, 1).until(LOAD_ENDS + 240);
        assertThat(region.held()).as("seed %s", seed).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"1,3,5", "2,3,5", "3,3,5", "4,6,5", "5,6,10", "6,0,2", "7,0,2", "8,0,1.9", "9,0,5", "10,0,3", "11,0,20"
    })
    void pacedStartHoldsAllLeasesOnceTheLoadFalls(long seed, double from, double times) {
        RegionSimulator region = fresh(seed).slow(from, times).slow(LOAD_ENDS, 1);
        assertThat(region.until(LOAD_ENDS).starting()).as("seed %s", seed).isEqualTo(RegionSimulator.HOSTS);
        assertThat(region.queued()).as("seed %s: nothing piles up", seed).isLessThan(40);
        assertThat(region.recovered(0.995, LOAD_ENDS, LOAD_ENDS + 30))
                .as("seed %s", seed)
                .isLessThan(LOAD_ENDS + 12);
        assertThat(region.until(LOAD_ENDS + 240).held()).as("seed %s", seed).isGreaterThan(0.98);
        assertThat(region.starting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void quietStartIsOverAfterTwoIntervals(long seed) {
        RegionSimulator region = fresh(seed);
        assertThat(region.until(4).starting()).isEqualTo(RegionSimulator.HOSTS);
        assertThat(region.until(12).starting()).as("seed %s", seed).isZero();
    }

    /** Once it is over the pace never returns: a long outage ends in the collapse (F11), however the host started. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterTheStartTheLoopIsTheNights(long seed) {
        RegionSimulator region = new RegionSimulator(seed, -30, false).outage(157);
        assertThat(region.until(0).starting()).as("seed %s", seed).isZero();
        assertThat(region.until(266).held()).as("seed %s", seed).isLessThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 15, 40})
    void startThatIsKilledIsAStartAgain(double at) {
        RegionSimulator region =
                fresh(3).slow(3, 5).slow(LOAD_ENDS, 1).kill(at, 2).kill(at + 9, 2);
        assertThat(region.recovered(0.995, LOAD_ENDS, LOAD_ENDS + 60)).isLessThan(LOAD_ENDS + 12);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,20", "3,60", "4,170"})
    void killedInTheCalmAllLeasesAreBackAfterOneInterval(long seed, double boot) {
        RegionSimulator region = fresh(seed).kill(60, boot);
        double back = 60 + boot;
        assertThat(region.recovered(0.995, back, back + 60)).as("seed %s", seed).isLessThan(back + 8);
    }

    /** However long the new process takes to start, the table shows that the leases were lost at work (F53). */
    @ParameterizedTest
    @CsvSource({"1,174,0.5", "2,176,5", "3,200,0.5", "4,200,20", "5,250,10"})
    void killedInTheCollapseItGoesOnCollapsed(long seed, double at, double boot) {
        RegionSimulator region = new RegionSimulator(seed).outage(157).kill(at, boot);
        assertThat(region.until(at + boot + 1).starting()).as("seed %s", seed).isZero();
        assertThat(region.until(at + 240).held()).as("seed %s", seed).isLessThan(0.2);
    }

    /** After a silence longer than a lease nothing of the earlier process can still run: the host starts. */
    @ParameterizedTest
    @CsvSource({"1,200,55", "2,250,60"})
    void killedInTheCollapseForLongerThanALeaseItStarts(long seed, double at, double boot) {
        RegionSimulator region = new RegionSimulator(seed).outage(157).kill(at, boot);
        double back = at + boot;
        assertThat(region.recovered(0.995, back, back + 60)).as("seed %s", seed).isLessThan(back + 12);
    }

    /** A process that starts while the name is empty has lost no lease: it starts, at its pace, when it can read. */
    @ParameterizedTest
    @CsvSource({"1,5,0.5", "2,100,8", "3,150,0.5"})
    void killedInTheOutageItStartsWhenTheNameIsBack(long seed, double at, double boot) {
        RegionSimulator region = new RegionSimulator(seed).outage(157).kill(at, boot);
        assertThat(region.recovered(0.995, 172, 300)).as("seed %s", seed).isLessThan(185);
    }

    @Test
    void paceGrowsByOneARoundAndHalvesAtAMiss() {
        AimdPace pace = new AimdPace(4, 8);
        for (int done = 0; done < 5; done++) {
            pace.inTime(4);
        }
        assertThat(pace.limit()).isBetween(5.0, 5.2);
        pace.missed();
        assertThat(pace.limit()).isBetween(2.5, 2.6);
        pace.missed();
        pace.missed();
        assertThat(pace.limit()).as("one goes on").isEqualTo(1);
        assertThat(pace.admits(0)).isTrue();
        assertThat(pace.admits(1)).isFalse();
        for (int done = 0; done < 500; done++) {
            pace.inTime(8);
        }
        assertThat(pace.limit()).isEqualTo(8);
    }

    @Test
    void unusedPaceDoesNotGrow() {
        AimdPace pace = new AimdPace(4, 8);
        pace.inTime(1);
        assertThat(pace.limit()).isEqualTo(4);
    }

    private static RegionSimulator fresh(long seed) {
        return new RegionSimulator(seed, 0, false);
    }
}
