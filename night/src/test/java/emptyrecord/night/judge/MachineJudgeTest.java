package emptyrecord.night.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.testkit.Nights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A machine that stalls under a run is told apart from the incident, and from one paused service. */
class MachineJudgeTest {

    private final List<Event> more = new ArrayList<>();

    /** A heartbeat that came {@code seconds} late at T+{@code t}: the service stood still until then. */
    private void stall(String service, double t, double seconds) {
        more.add(event(
                service,
                Nights.wall(t).plusSeconds(1),
                EventKind.CLOCK_STALLED,
                Map.of(
                        EventId.LASTED_SECONDS,
                        seconds,
                        EventId.WORST_SECONDS,
                        seconds,
                        EventId.WORST_INCIDENT_SECONDS,
                        seconds * Nights.SPEED,
                        EventId.OVER_SECONDS,
                        1)));
    }

    private Event event(String service, Instant wall, EventKind kind, Map<EventId, ?> ids) {
        return new Event(1000 + more.size(), wall, null, service, kind.word(), EventId.keys(ids));
    }

    private Report judged() {
        Run good = Nights.good();
        List<Event> events = new ArrayList<>(good.events());
        events.addAll(more);
        return Judge.judge(new Run(good.settings(), EventMerge.merge(events), good.samples()));
    }

    @Test
    void aMachineThatKeptUpSaysSo() {
        Machine machine = judged().machine();
        assertThat(machine.keptUp()).isTrue();
        assertThat(machine.stalls()).isEmpty();
        assertThat(machine.words()).contains("kept up");
    }

    @Test
    void lateTimersInSeveralServicesAtOnceAreOneStallOfTheMachine() {
        stall("dwfm", 100, 4.2);
        stall("fake-route53", 100.1, 4);
        stall("control-room", 100.1, .9);
        Machine machine = judged().machine();
        assertThat(machine.keptUp()).isFalse();
        assertThat(machine.stalls()).singleElement().satisfies(s -> {
            assertThat(s.tPlusMinutes()).isBetween(95.0, 97.0);
            assertThat(s.worstSeconds()).as("two services were so late").isEqualTo(4);
            assertThat(s.worstIncidentSeconds()).isEqualTo(240);
            assertThat(s.services()).containsExactly("control-room", "dwfm", "fake-route53");
        });
        assertThat(machine.lateShare()).isBetween(.004, .005);
        assertThat(machine.words()).contains("stalled 1 time", "worst 4.0 s (240 incident seconds)");
    }

    @Test
    void oneServiceThatWasStoppedAloneIsNoStallOfTheMachine() {
        stall("fake-route53", 200, 10);
        stall("dwfm", 300, .6);
        Machine machine = judged().machine();
        assertThat(machine.keptUp()).isTrue();
        assertThat(machine.alone())
                .extracting(Machine.Span::services)
                .containsExactly(List.of("fake-route53"), List.of("dwfm"));
    }

    @Test
    void aShortPauseWhileAnotherServiceIsStoppedIsAsLongAsItself() {
        stall("fake-route53", 200, 10);
        stall("dwfm", 195, .6);
        assertThat(judged().machine().stalls())
                .singleElement()
                .satisfies(s -> assertThat(s.worstSeconds()).isEqualTo(.6));
    }

    @Test
    void aMilestoneThatFallsIntoAStallIsMarked() {
        double leasesHeld = judged().milestones().stream()
                .filter(m -> m.name().equals("leases-held"))
                .mapToDouble(m -> Objects.requireNonNull(m.here()))
                .findFirst()
                .orElseThrow();
        stall("dwfm", leasesHeld, 2);
        stall("network-manager", leasesHeld, 2);
        Machine machine = judged().machine();
        assertThat(machine.milestonesInStalls()).contains("leases-held").doesNotContain("dns-restored");
        assertThat(machine.words()).contains("marked with *");
    }

    @Test
    void aServiceThatWasStartedAgainIsToldWithItsExitStatus() {
        more.add(event("dwfm", Nights.wall(50), EventKind.SERVICE_RESTARTED, Map.of(EventId.EXIT_STATUS, "3")));
        more.add(event("nlb-healthcheck", Nights.wall(60), EventKind.SERVICE_RESTARTED, Map.of()));
        assertThat(judged().machine().restarts())
                .extracting(Machine.Restart::service, Machine.Restart::exitStatus, Machine.Restart::tPlusMinutes)
                .containsExactly(tuple("dwfm", "3", 50.0), tuple("nlb-healthcheck", "", 60.0));
    }
}
