package emptyrecord.kit.points;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventKind;
import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.kit.events.EventLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Endless holds and releases drive no other event out of the log. */
class PointEventsTest {

    private static final int TIMES = 1000;

    @TempDir
    Path folder;

    @Test
    void aFloodOfHoldsIsKeptBack() {
        IncidentClock clock = new IncidentClock(InstantSource.fixed(Instant.EPOCH), Instant.EPOCH, 1);
        try (EventLog log = new EventLog("some-service", clock, folder, new JsonMapper())) {
            PointEvents events = new PointEvents(log);
            for (int i = 0; i < TIMES; i++) {
                events.held("some-point", "*");
                events.released("some-point");
                events.letGo("some-point");
                events.expired("some-point");
            }
            List<Event> kept = log.after(0, 10_000);
            assertThat(kept).hasSizeLessThan(TIMES / 2);
            assertThat(kept)
                    .extracting(Event::kind)
                    .contains(
                            EventKind.POINT_HELD.word(),
                            EventKind.POINT_RELEASED.word(),
                            EventKind.POINT_LET_GO.word());
            assertThat(log.keptBack()).isEqualTo(4L * TIMES - kept.size());
        }
    }
}
