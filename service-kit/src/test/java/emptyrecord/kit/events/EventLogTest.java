package emptyrecord.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.clock.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EventLogTest {

    @TempDir
    Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private EventLog log;

    @BeforeEach
    void open() {
        log = new EventLog("some-service", new IncidentClock(time, time.instant(), 60), folder, new JsonMapper());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aFloodOfOneKindIsKeptBackAndTheNextOneSaysHowMany() {
        for (int i = 0; i < 1000; i++) {
            log.recordRequested("batch-refused", Map.of("n", i));
        }
        assertThat(log.after(0, 10_000)).hasSize(FloodGate.BURST);
        assertThat(log.keptBack()).isEqualTo(1000 - FloodGate.BURST);

        log.recordRequested(EventKind.GUARD_SWITCHED, Map.of());
        time.pass(FloodGate.EVERY);
        log.recordRequested("batch-refused", Map.of());

        List<Event> last = log.after(FloodGate.BURST, 10);
        assertThat(last).extracting(Event::kind).containsExactly(EventKind.GUARD_SWITCHED.word(), "batch-refused");
        assertThat(last.getLast().ids()).containsEntry(EventId.KEPT_BACK.key(), 1000L - FloodGate.BURST);
    }

    /** The file takes nothing more, as on a full disk; here because it is closed. */
    @Test
    void anEventThatCannotBeWrittenIsToldAndFailsNobody() {
        log.record("before", Map.of());
        log.close();
        log.record("meanwhile", Map.of());
        assertThat(log.after(0, 10)).extracting(Event::kind).containsExactly("before", "meanwhile");
        assertThat(log.unwritten()).isEqualTo(1);
    }

    @Test
    void whatIsKeptInMemoryIsBoundedByCharacters() {
        String large = "x".repeat(50_000);
        for (int i = 0; i < 100; i++) {
            log.record("something-large", Map.of("text", large));
        }
        List<Event> kept = log.after(0, 10_000);
        assertThat(kept.size() * 50_000L).isLessThanOrEqualTo(EventLog.KEPT_CHARACTERS);
        assertThat(kept.getLast().seq()).isEqualTo(100);
    }

    @Test
    void theSequenceGoesOnAfterARestart() {
        log.record("first", Map.of());
        log.close();
        time.pass(Duration.ofSeconds(1));
        open();
        assertThat(log.record("second", Map.of()).seq()).isEqualTo(2);
    }
}
