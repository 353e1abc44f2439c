package emptyrecord.night.race;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.testkit.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundWatchTest {

    private static final String ZONE = "dynamodb.us-east-1.amazonaws.test";

    private final List<Event> events = new ArrayList<>();

    @Test
    void slowEnactorLandsItsOldPlanAndTheNameResolvesToNothing() {
        tell("dns-enactor-b", EventKind.LOCK_LOST, 110, "regional");
        tell("dns-enactor-a", EventKind.PLAN_FLIPPED, 145, "regional");
        assertThat(watch().landing()).isEmpty();
        tell("dns-enactor-b", EventKind.PLAN_FLIPPED, 110, "regional");
        route53(EventKind.ANSWER_EMPTIED);
        assertThat(watch().heldPlan()).hasValue(110L);
        assertThat(watch().landing())
                .hasValueSatisfying(l -> assertThat(l.flipped()).isTrue());
        assertThat(watch().emptySince()).isPresent();
    }

    @Test
    void aPassInFlightHealsTheBlip() {
        route53(EventKind.ANSWER_EMPTIED);
        route53(EventKind.ANSWER_RESTORED);
        assertThat(watch().emptySince()).isEmpty();
    }

    @Test
    void aPlanThatIsSkippedWasGivenUp() {
        tell("dns-enactor-b", EventKind.LOCK_LOST, 110, "regional");
        tell("dns-enactor-b", EventKind.PLAN_FLIPPED, 110, "fips");
        tell("dns-enactor-b", EventKind.PLAN_SKIPPED, 110, "regional");
        assertThat(watch().landing())
                .hasValueSatisfying(l -> assertThat(l.flipped()).isFalse());
    }

    @Test
    void aLockLostOnceIsNoPlanHeld() {
        events.add(event(
                "dns-enactor-b",
                EventKind.LOCK_LOST,
                Map.of(EventId.PLAN, 109, EventId.ENDPOINT, "regional", EventId.ATTEMPT, 1)));
        assertThat(watch().heldPlan()).isEmpty();
        tell("dns-enactor-b", EventKind.LOCK_LOST, 110, "regional");
        assertThat(watch().heldPlan()).hasValue(110L);
    }

    private RoundWatch watch() {
        return new RoundWatch(events, "dns-enactor-b", "regional", ZONE);
    }

    private void tell(String service, EventKind kind, long plan, String endpoint) {
        events.add(event(service, kind, Map.of(EventId.PLAN, plan, EventId.ENDPOINT, endpoint, EventId.ATTEMPT, 8)));
    }

    private void route53(EventKind kind) {
        events.add(event("fake-route53", kind, Map.of(EventId.NAME, ZONE + ".")));
    }

    private Event event(String service, EventKind kind, Map<EventId, ?> ids) {
        return new Event(events.size() + 1, Nights.wall(events.size()), null, service, kind.word(), EventId.keys(ids));
    }
}
