package emptyrecord.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A pass that repeats the last pick logs no pick. If others do its work between its check and its last endpoint, its
 * clean-up is all that the log tells of it. A real night had it: the operators installed the plan in that moment.
 */
class UnloggedPassTest {

    private static final String A = "dns-enactor-a";
    private static final String C = "dns-enactor-c";

    private static Event event(long seq, String service, EventKind kind, Map<String, Object> ids) {
        return new Event(seq, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seq), null, service, kind.word(), ids);
    }

    private static Event picked(long seq, String service) {
        return event(seq, service, EventKind.PLAN_PICKED, Map.of("plan", 30, "activeBefore", 10, "heldBack", 0));
    }

    private static Event flipped(long seq, String endpoint, String lock, String build, String flip) {
        return event(
                seq,
                A,
                EventKind.PLAN_FLIPPED,
                Map.of(
                        "plan",
                        30,
                        "activeBefore",
                        10,
                        "endpoint",
                        endpoint,
                        "lockChange",
                        lock,
                        "buildChange",
                        build,
                        "change",
                        flip));
    }

    /** C fails at the last endpoint, begins again, and finds that A has flipped it meanwhile. */
    private static Verdict verify(long cleanedAfter) {
        Stream<Event> a =
                Stream.of(picked(1, A), flipped(2, "fips", "C1", "C2", "C3"), flipped(3, "regional", "C6", "C7", "C8"));
        Stream<Event> c = Stream.of(
                picked(1, C),
                event(
                        2,
                        C,
                        EventKind.LOCK_LOST,
                        Map.of("plan", 30, "activeBefore", 10, "endpoint", "fips", "attempt", 1)),
                event(
                        3,
                        C,
                        EventKind.LOCK_FREED,
                        Map.of("plan", 30, "endpoint", "fips", "lockChange", "C4", "change", "C5")),
                event(
                        4,
                        C,
                        EventKind.PLAN_SKIPPED,
                        Map.of("plan", 30, "endpoint", "regional", "why", "route53-silent")),
                event(
                        5,
                        C,
                        EventKind.PLAN_CLEANED,
                        Map.of("applied", cleanedAfter, "plan", 10, "endpoint", "fips", "change", "C9")));
        return Verifier.verify(new RunLog(Set.of(), Stream.concat(a, c).toList()), 8, 3);
    }

    @Test
    void aCleanUpMayBeAllThatAPassTellsOf() {
        assertThat(verify(30).sentence()).startsWith("ok: ");
    }

    @Test
    void notOneAfterAPlanThatWasNotPickedLast() {
        assertThat(verify(29).ok()).isFalse();
        assertThat(List.of(verify(29).sentence().split(" ", -1))).contains("5", C, "29");
    }
}
