package emptyrecord.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.enactor.core.BatchLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the real core are behaviours of the model; the same runs with a wrong step planted are not. */
class VerifierTest {

    @TempDir
    private Path data;

    private SimulatedRun run(long seed, String... guards) {
        return new SimulatedRun(data, seed, Set.of(guards))
                .run(Duration.ofMinutes(10))
                .loseLocks(8)
                .run(Duration.ofMinutes(45));
    }

    private static Verdict verify(RunLog log) {
        Verdict verdict = Verifier.verify(log, 8, 3);
        System.out.println(verdict);
        return verdict;
    }

    /**
     * A seed whose round empties the record, so it has the stale flip, the deletion and the permanent refusals (F38,
     * F39).
     */
    @Test
    void aRunThatEndsEmptyAndStuckIsABehaviourOfTheModel() {
        for (long seed = 0; seed < 24; seed++) {
            SimulatedRun run = new SimulatedRun(data.resolve("" + seed), seed, Set.of())
                    .run(Duration.ofMinutes(10))
                    .loseLocks(8)
                    .run(Duration.ofMinutes(45));
            if (run.zones.isEmpty(SimulatedRun.REGIONAL)) {
                assertThat(verify(run.log(0)).sentence()).as("seed " + seed).startsWith("ok: ");
                return;
            }
        }
        throw new AssertionError("no seed emptied the record");
    }

    /** Four batches build a tree and two delete it; the log has the last of each, which is where the model's step is. */
    @Test
    void soIsOneWhoseTreesTakeSeveralBatches() {
        BatchLimits small = new BatchLimits(5, 32_000);
        boolean emptied = false;
        for (long seed = 0; seed < 24 && !emptied; seed++) {
            SimulatedRun run = new SimulatedRun(data.resolve("" + seed), seed, Set.of(), small)
                    .run(Duration.ofMinutes(10))
                    .loseLocks(8)
                    .run(Duration.ofMinutes(45));
            emptied = run.zones.isEmpty(SimulatedRun.REGIONAL);
            if (emptied || seed == 0) {
                assertThat(verify(run.log(0)).sentence()).as("seed " + seed).startsWith("ok: ");
            }
        }
        assertThat(emptied).as("a seed empties the record").isTrue();
    }

    @Test
    void soIsOneWhoseLogBeginsAnywhere() {
        assertThat(verify(run(3).log(17)).sentence()).startsWith("ok: ");
    }

    @Test
    void soAreRunsWithEveryGuardOfTheEnactors() {
        for (String guard : List.of(
                "dns.fence",
                "dns.recheck-after-lock",
                "dns.reread-plan-on-retry",
                "dns.max-tries",
                "dns.cleanup-skips-active",
                "dns.rollback-tolerant")) {
            SimulatedRun run = new SimulatedRun(data.resolve(guard), 5, Set.of(guard))
                    .run(Duration.ofMinutes(10))
                    .loseLocks(8)
                    .run(Duration.ofMinutes(40));
            assertThat(verify(run.log(0)).sentence()).as(guard).startsWith("ok: ");
        }
    }

    /** The night's own stale flip, in the log of a run whose settings have the fence on. */
    @Test
    void aFlipToAnOlderPlanWithTheFenceOnIsCaught() {
        RunLog log = run(3).log(0);
        assertThat(verify(log).ok()).isTrue();
        Event stale = log.events().stream()
                .filter(e -> EventKind.PLAN_FLIPPED.is(e) && number(e, EventId.PLAN) < number(e, EventId.ACTIVE_BEFORE))
                .findFirst()
                .orElseThrow();

        Verdict verdict = verify(new RunLog(Set.of("dns.fence"), log.events()));

        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.sentence())
                .contains("event " + stale.seq() + " of " + stale.service() + " (" + EventKind.PLAN_FLIPPED.word())
                .contains(
                        "from plan " + number(stale, EventId.ACTIVE_BEFORE) + " to plan " + number(stale, EventId.PLAN))
                .contains("with fence on at the start");
    }

    @Test
    void aCleanUpOfAPlanTooYoungIsCaught() {
        Planted planted = new Planted(run(3).log(0), e -> EventKind.PLAN_CLEANED.is(e));
        planted.change(ids -> ids.put(EventId.PLAN.key(), planted.number(EventId.APPLIED) - 2));
        planted.isBlamed(EventKind.PLAN_CLEANED, "it deletes the tree of plan ");
    }

    @Test
    void aFlipWithoutALockIsCaught() {
        Planted planted = new Planted(run(3).log(0), e -> EventKind.PLAN_FLIPPED.is(e) && e.seq() > 20);
        planted.change(ids -> ids.remove(EventId.LOCK_CHANGE.key()));
        planted.isBlamed(EventKind.PLAN_FLIPPED, "without holding its lock");
    }

    @Test
    void aFlipOfAPlanThatWasNeverPickedIsCaught() {
        Planted planted = new Planted(run(3).log(0), e -> EventKind.PLAN_FLIPPED.is(e) && e.seq() > 20);
        planted.change(ids -> ids.put(EventId.PLAN.key(), planted.number(EventId.PLAN) + 1));
        planted.isBlamed(EventKind.PLAN_FLIPPED, "it wins the lock of ");
    }

    @Test
    void aPickThatTheFreshnessCheckForbidsIsCaught() {
        Planted planted = new Planted(run(3).log(0), e -> EventKind.PLAN_PICKED.is(e) && e.seq() > 20);
        planted.change(ids -> ids.put(EventId.PLAN.key(), planted.number(EventId.ACTIVE_BEFORE)));
        planted.isBlamed(EventKind.PLAN_PICKED, "it picks plan ");
    }

    @Test
    void aFolderThatIsNoRunIsAClearError() throws Exception {
        assertThatThrownBy(() -> Verifier.verify(data, 8, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not the folder of a run; it must hold settings.json and events.jsonl");

        Files.writeString(data.resolve("settings.json"), "{\"guards\":[\"dns.fence\"]}");
        Files.writeString(data.resolve("events.jsonl"), "{\"seq\":");
        assertThatThrownBy(() -> Verifier.verify(data, 8, 3)).hasMessageContaining("line 1 of ");

        Files.writeString(data.resolve("events.jsonl"), "");
        assertThatThrownBy(() -> Verifier.verify(data, 8, 3)).hasMessageContaining("nothing to check");
    }

    @Test
    void aFolderOnDiskIsReadAndARunWithoutChangeIdsIsToldSo() throws Exception {
        RunLog log = run(3).log(0);
        String lines = lines(log);
        Files.writeString(data.resolve("settings.json"), "{\"guards\":[\"dns.fence\"]}");
        Files.writeString(data.resolve("events.jsonl"), lines);
        assertThat(lines(RunLog.read(data))).isEqualTo(lines);
        assertThat(RunLog.read(data).guards()).containsExactly("dns.fence");

        Files.writeString(data.resolve("events.jsonl"), lines.replace("\"change\":", "\"number\":"));
        assertThatThrownBy(() -> Verifier.verify(data, 8, 3)).hasMessageContaining("did not log Route 53's change ids");
    }

    private static String lines(RunLog log) {
        return log.events().stream().map(SimulatedRun.JSON::writeValueAsString).collect(Collectors.joining("\n"));
    }

    private static long number(Event event, EventId name) {
        return new Fields(event).number(name);
    }

    /** One event of an otherwise correct log, changed. */
    private static final class Planted {

        private final List<Event> events;
        private final int at;

        private Planted(RunLog log, Predicate<Event> which) {
            events = new ArrayList<>(log.events());
            Event event = events.stream().filter(which).findFirst().orElseThrow();
            at = events.indexOf(event);
        }

        private long number(EventId name) {
            return VerifierTest.number(events.get(at), name);
        }

        private void change(Consumer<TreeMap<String, Object>> how) {
            Event was = events.get(at);
            TreeMap<String, Object> ids = new TreeMap<>(was.ids());
            how.accept(ids);
            events.set(at, new Event(was.seq(), was.wall(), was.tPlusMinutes(), was.service(), was.kind(), ids));
        }

        private void isBlamed(EventKind kind, String sentence) {
            Event event = events.get(at);
            Verdict verdict = verify(new RunLog(Set.of(), events));
            assertThat(verdict.ok()).isFalse();
            assertThat(verdict.sentence())
                    .contains("event " + event.seq() + " of " + event.service() + " (" + kind.word())
                    .contains(sentence);
        }
    }
}
