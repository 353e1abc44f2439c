package emptyrecord.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
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
                event(1, "flip-refused", Map.of("plan", 48, "activeBefore", 47, "endpoint", FIPS, "reason", "changed")),
                event(2, "lock-freed", freed(48, "C1", "C2", "C3")),
                event(3, "lock-freed", freed(49, "C4", "", "C5")));

        assertThat(steps)
                .extracting(LoggedStep::kind)
                .containsExactly(Kind.LOCK, Kind.BUILD, Kind.FREE, Kind.LOCK, Kind.FREE);
        assertThat(steps.getFirst().seen()).isEqualTo(47);
        assertThat(steps.get(3).seen()).as("of another try").isZero();
    }

    private static List<LoggedStep> steps(Event... events) {
        return new EnactorLog(Map.of(FIPS, 1), Set.of()).steps(List.of(events));
    }

    private static Map<String, Object> freed(int plan, String lock, String build, String change) {
        Map<String, Object> ids =
                new TreeMap<>(Map.of("plan", plan, "endpoint", FIPS, "lockChange", lock, "change", change));
        if (!build.isEmpty()) {
            ids.put("buildChange", build);
        }
        return ids;
    }

    private static Event event(long seq, String kind, Map<String, Object> ids) {
        return new Event(seq, Instant.EPOCH, null, "dns-enactor-c", kind, ids);
    }
}
