package emptyrecord.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.lab.dns.DnsSnapshot.EnactorSeen;
import emptyrecord.lab.dns.DnsSnapshot.EnactorState;
import emptyrecord.lab.dns.DnsSnapshot.EndpointSeen;
import emptyrecord.lab.dns.DnsSnapshot.PlannerSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RaceViewTest {

    private static final Instant NOW = Instant.parse("2026-01-01T06:48:00Z");

    private static DnsSnapshot look(Zone zone) {
        EnactorState holding =
                new EnactorState(OptionalLong.of(110), "regional", "back-off", 8, OptionalLong.empty(), false);
        return new DnsSnapshot(
                Optional.of(NOW),
                Optional.of(new PlannerSeen(OptionalLong.of(146), false)),
                List.of(
                        new EnactorSeen("dns-enactor-a", Optional.empty()),
                        new EnactorSeen("dns-enactor-c", Optional.of(holding))),
                List.of(new EndpointSeen(
                        "regional",
                        Zone.REGIONAL,
                        Optional.of(zone.records()),
                        new DnsAnswer.Empty(Duration.ofSeconds(900)))));
    }

    @Test
    void theRunningRegionReadsLikeTheSimulatedOne() {
        Zone zone = Zone.with("plan-110", "plan-145")
                .lock("dns-enactor-c", NOW.plusSeconds(30).getEpochSecond())
                .tree("plan-145");
        assertThat(RaceView.of(look(zone), "regional", Map.of("dns-enactor-c", "after-flip"))
                        .orElseThrow()
                        .lines())
                .containsExactly(
                        "  planner        newest plan 146",
                        "  dns-enactor-a  holds nothing    does not answer",
                        "  dns-enactor-c  holds plan 110   held at after-flip",
                        "  lock           held by dns-enactor-c for 30 s of incident time",
                        "  trees          plans 145",
                        "  name           -> plan-110   WHICH IS NOT THERE",
                        "  _rollback      -> plan-145",
                        "  dig            status: NOERROR, ANSWER: 0");
    }

    @Test
    void anEndpointThatIsNotThereGivesNoView() {
        assertThat(RaceView.of(look(new Zone()), "cell-7", Map.of())).isEmpty();
    }
}
