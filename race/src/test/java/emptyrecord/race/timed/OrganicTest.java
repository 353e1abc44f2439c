package emptyrecord.race.timed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The race without any injected fault; docs/race.md has the figures of months. */
class OrganicTest {

    @Test
    void aSlightlyOlderPlanGoesLiveOftenAndThatWasConsideredSafe() {
        Organic.Days calm = Organic.simulate(1, ApiLatency.CALM, 1);
        assertThat(calm.staleFlips()).as("seed 1: " + calm).isPositive();
        assertThat(calm.furthestBehind()).as("seed 1: " + calm).isLessThanOrEqualTo(2);
        assertThat(calm.behindEnough()).as("seed 1: " + calm).isZero();
        assertThat(calm.emptied()).as("seed 1: " + calm).isZero();
    }

    @Test
    void theSlowerRoute53TheFurtherBehindAnEnactorFalls() {
        Organic.Days calm = Organic.simulate(1, ApiLatency.CALM, 1);
        Organic.Days slow = Organic.simulate(1, new ApiLatency(0.6, 16, ApiLatency.Where.EVERYONE), 1);
        assertThat(slow.furthestBehind()).as("seed 1: " + slow).isGreaterThan(calm.furthestBehind());
        assertThat(slow.lostInARow()).as("seed 1: " + slow).isGreaterThan(calm.lostInARow());
    }

    @Test
    void aSeedGivesTheSameDaysAgain() {
        ApiLatency slow = new ApiLatency(0.6, 16, ApiLatency.Where.ONE_ENACTOR);
        assertThat(Organic.simulate(7, slow, 1)).isEqualTo(Organic.simulate(7, slow, 1));
    }

    @Test
    void aGuardsPriceIsMeasuredOnTheSameDays() {
        GuardCost night = GuardCost.of("none", 1, ApiLatency.CALM, 1);
        GuardCost recheck = GuardCost.of("dns.recheck-after-lock", 1, ApiLatency.CALM, 1);
        assertThat(night.median()).isPositive();
        assertThat(recheck.callsPerHour()).as(night + " " + recheck).isGreaterThan(night.callsPerHour());
        assertThat(recheck.acted()).as(recheck.toString()).isPositive();
        assertThat(night.acted()).isZero();
    }

    @Test
    void theSlowLaneIsPaidWithTheAgeOfWhatIsLive() {
        GuardCost night = GuardCost.of("none", 1, ApiLatency.CALM, 1);
        GuardCost slowLane = GuardCost.of("dns.slow-lane", 1, ApiLatency.CALM, 1);
        assertThat(slowLane.medianAge()).as(night + " " + slowLane).isGreaterThan(night.medianAge());
        assertThat(slowLane.callsPerHour()).as(night + " " + slowLane).isLessThan(night.callsPerHour());
    }
}
