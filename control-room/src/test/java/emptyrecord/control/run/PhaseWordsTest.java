package emptyrecord.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.night.phase.NightPhase;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.testkit.Nights;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseWordsTest {

    private static final Sample COLLAPSED = Nights.sample(1, 200);

    @Test
    void aStartWaitsForLeasesThatNobodyHasLost() {
        assertThat(PhaseWords.of(COLLAPSED, NightPhase.STARTING))
                .isEqualTo("starting: waits for the leases (7 % held)");
        Sample noName = Nights.with(COLLAPSED, new Sample.Regional("no_such_name", 0, null));
        assertThat(PhaseWords.of(noName, NightPhase.STARTING))
                .isEqualTo("starting: the first plan has not gone live yet");
    }

    @Test
    void aCollapseIsToldFromALossForWantOfDns() {
        assertThat(PhaseWords.of(COLLAPSED, NightPhase.LEASE_COLLAPSE))
                .isEqualTo("DNS answers, leases do not come back: DWFM works on what has expired (7 % held)");
        Sample dead = Nights.with(COLLAPSED, new Sample.Regional("server_dead", 0, null));
        assertThat(PhaseWords.of(dead, NightPhase.LEASE_COLLAPSE))
                .isEqualTo("DNS gives no answer; leases run out (7 % held)");
    }

    @Test
    void theWordsOfTheNightsEndDoNotChangeWithEachRefusal() {
        assertThat(IntStream.range(790, 841).mapToObj(t -> PhaseWords.of(Nights.sample(1, t))))
                .containsOnly("launches work under a limit");
        assertThat(PhaseWords.of(Nights.sample(1, 842))).isEqualTo("steady");
    }

    @Test
    void noAnswerIsNotSteady() {
        Sample quiet = Nights.sample(1, -5);
        assertThat(PhaseWords.of(quiet, NightPhase.STEADY)).isEqualTo("steady");
        assertThat(PhaseWords.of(Nights.with(quiet, new Sample.Regional("server_dead", 0, null)), NightPhase.STEADY))
                .isEqualTo("DNS gives no answer");
    }
}
