package emptyrecord.night.race;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
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
        tell("dns-enactor-b", "lock-lost", 110, "regional");
        tell("dns-enactor-a", "plan-flipped", 145, "regional");
        assertThat(watch().landing()).isEmpty();
        tell("dns-enactor-b", "plan-flipped", 110, "regional");
        route53("answer-emptied");
        assertThat(watch().heldPlan()).hasValue(110L);
        assertThat(watch().landing())
                .hasValueSatisfying(l -> assertThat(l.flipped()).isTrue());
        assertThat(watch().emptySince()).isPresent();
    }

    @Test
    void aPassInFlightHealsTheBlip() {
        route53("answer-emptied");
        route53("answer-restored");
        assertThat(watch().emptySince()).isEmpty();
    }

    @Test
    void aPlanThatIsSkippedWasGivenUp() {
        tell("dns-enactor-b", "lock-lost", 110, "regional");
        tell("dns-enactor-b", "plan-flipped", 110, "fips");
        tell("dns-enactor-b", "plan-skipped", 110, "regional");
        assertThat(watch().landing())
                .hasValueSatisfying(l -> assertThat(l.flipped()).isFalse());
    }

    @Test
    void aLockLostOnceIsNoPlanHeld() {
        events.add(event("dns-enactor-b", "lock-lost", Map.of("plan", 109, "endpoint", "regional", "attempt", 1)));
        assertThat(watch().heldPlan()).isEmpty();
        tell("dns-enactor-b", "lock-lost", 110, "regional");
        assertThat(watch().heldPlan()).hasValue(110L);
    }

    private RoundWatch watch() {
        return new RoundWatch(events, "dns-enactor-b", "regional", ZONE);
    }

    private void tell(String service, String kind, long plan, String endpoint) {
        events.add(event(service, kind, Map.of("plan", plan, "endpoint", endpoint, "attempt", 8)));
    }

    private void route53(String kind) {
        events.add(event("fake-route53", kind, Map.of("name", ZONE + ".")));
    }

    private Event event(String service, String kind, Map<String, Object> ids) {
        return new Event(events.size() + 1, Nights.wall(events.size()), null, service, kind, ids);
    }
}
