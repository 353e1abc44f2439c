package emptyrecord.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.spec.trace.LoggedStep.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnactorLogTest {

    private static final String FIPS = "fips";

    /**
     * It had read the zone before another enactor took the lock, flipped and freed it. Then it won the lock, whose text
     * was free again. Only the refusal shows what it had seen.
     */
    @Test
    void whoseFlipIsRefusedHadSeenWhatTheRefusalTells() {
        List<LoggedStep> steps = steps(
                event(
                        1,
                        EventKind.FLIP_REFUSED,
                        Map.of(
                                EventId.PLAN,
                                48,
                                EventId.ACTIVE_BEFORE,
                                47,
                                EventId.ENDPOINT,
                                FIPS,
                                EventId.REASON,
                                "changed")),
                event(2, EventKind.LOCK_FREED, freed(48, "C1", "C2", "C3")),
                event(3, EventKind.LOCK_FREED, freed(49, "C4", "", "C5")));

        assertThat(steps)
                .extracting(LoggedStep::kind)
                .containsExactly(Kind.LOCK, Kind.BUILD, Kind.FREE, Kind.LOCK, Kind.FREE);
        assertThat(steps.getFirst().seen()).isEqualTo(47);
        assertThat(steps.get(3).seen()).as("of another try").isZero();
    }

    private static List<LoggedStep> steps(Event... events) {
        return new EnactorLog(Map.of(FIPS, 1), Set.of()).steps(List.of(events));
    }

    private static Map<EventId, Object> freed(int plan, String lock, String build, String change) {
        Map<EventId, Object> ids = new TreeMap<>(
                Map.of(EventId.PLAN, plan, EventId.ENDPOINT, FIPS, EventId.LOCK_CHANGE, lock, EventId.CHANGE, change));
        if (!build.isEmpty()) {
            ids.put(EventId.BUILD_CHANGE, build);
        }
        return ids;
    }

    private static Event event(long seq, EventKind kind, Map<EventId, ?> ids) {
        return new Event(seq, Instant.EPOCH, null, "dns-enactor-c", kind.word(), EventId.keys(ids));
    }
}
