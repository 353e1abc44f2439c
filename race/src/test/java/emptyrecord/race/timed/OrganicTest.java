package emptyrecord.race.timed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What happens without any injected fault; docs/race.md has the figures of months. */
class OrganicTest {

    @Test
    void aSlightlyOlderPlanGoesLiveOftenAndThatWasConsideredSafe() {
        Organic.Days calm = Organic.simulate(1, Weather.CALM, 1);
        assertThat(calm.staleFlips()).as("seed 1: " + calm).isPositive();
        assertThat(calm.furthestBehind()).as("seed 1: " + calm).isLessThanOrEqualTo(2);
        assertThat(calm.behindEnough()).as("seed 1: " + calm).isZero();
        assertThat(calm.emptied()).as("seed 1: " + calm).isZero();
    }

    @Test
    void theSlowerRoute53TheFurtherBehindAnEnactorFalls() {
        Organic.Days calm = Organic.simulate(1, Weather.CALM, 1);
        Organic.Days slow = Organic.simulate(1, new Weather(0.6, 16, Weather.Where.EVERYONE), 1);
        assertThat(slow.furthestBehind()).as("seed 1: " + slow).isGreaterThan(calm.furthestBehind());
        assertThat(slow.lostInARow()).as("seed 1: " + slow).isGreaterThan(calm.lostInARow());
    }

    @Test
    void aSeedGivesTheSameDaysAgain() {
        Weather slow = new Weather(0.6, 16, Weather.Where.ONE_ENACTOR);
        assertThat(Organic.simulate(7, slow, 1)).isEqualTo(Organic.simulate(7, slow, 1));
    }

    @Test
    void aGuardsPriceIsMeasuredOnTheSameDays() {
        Price night = Price.of("none", 1, Weather.CALM, 1);
        Price recheck = Price.of("dns.recheck-after-lock", 1, Weather.CALM, 1);
        assertThat(night.median()).isPositive();
        assertThat(recheck.callsPerHour()).as(night + " " + recheck).isGreaterThan(night.callsPerHour());
        assertThat(recheck.acted()).as(recheck.toString()).isPositive();
        assertThat(night.acted()).isZero();
    }

    @Test
    void theSlowLaneIsPaidWithTheAgeOfWhatIsLive() {
        Price night = Price.of("none", 1, Weather.CALM, 1);
        Price slowLane = Price.of("dns.slow-lane", 1, Weather.CALM, 1);
        assertThat(slowLane.medianAge()).as(night + " " + slowLane).isGreaterThan(night.medianAge());
        assertThat(slowLane.callsPerHour()).as(night + " " + slowLane).isLessThan(night.callsPerHour());
    }
}
