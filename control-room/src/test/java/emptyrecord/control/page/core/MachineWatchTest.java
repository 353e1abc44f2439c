package emptyrecord.control.page.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page says of the machine. */
class MachineWatchTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static Event late(String service, long secondsAgo, double seconds) {
        return new Event(
                1,
                NOW.minusSeconds(secondsAgo),
                null,
                service,
                EventKind.CLOCK_STALLED.word(),
                EventId.keys(Map.of(EventId.WORST_SECONDS, seconds, EventId.WORST_INCIDENT_SECONDS, seconds * 180)));
    }

    private static Event restarted(String service, Map<EventId, ?> ids) {
        return new Event(1, NOW.minusSeconds(3), null, service, EventKind.SERVICE_RESTARTED.word(), EventId.keys(ids));
    }

    @Test
    void aQuietMachineIsNotSpokenOf() {
        assertThat(MachineWatch.words(List.of(), NOW)).isNull();
        assertThat(MachineWatch.words(List.of(late("dwfm", 16, 4), late("dns-planner", 20, 4)), NOW))
                .as("that was before")
                .isNull();
    }

    @Test
    void twoLateServicesAreTheMachine() {
        assertThat(MachineWatch.words(List.of(late("dwfm", 1, 4.2), late("dns-planner", 9, .4)), NOW))
                .contains("machine does not keep up", "4.2 s late, 756 incident seconds");
    }

    @Test
    void oneLateServiceIsNamed() {
        assertThat(MachineWatch.words(List.of(late("fake-route53", 1, 10)), NOW))
                .startsWith("fake-route53 alone stood still");
    }

    @Test
    void aServiceThatWasStartedAgainIsNamedWithItsExitStatus() {
        assertThat(MachineWatch.words(List.of(restarted("dwfm", Map.of(EventId.EXIT_STATUS, "3"))), NOW))
                .isEqualTo("dwfm ended with exit status 3 and was started again.");
        assertThat(MachineWatch.words(List.of(restarted("dwfm", Map.of())), NOW))
                .isEqualTo("dwfm ended and was started again.");
    }
}
