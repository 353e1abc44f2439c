package emptyrecord.control.customers.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuccessWindowTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(8);

    @Test
    void aTryThatCouldNotBeMadeIsNoSuccess() {
        SuccessWindow window = new SuccessWindow(Duration.ofMinutes(5));
        assertThat(window.share(NOW)).isEmpty();
        window.add(NOW, new Outcome.Worked(), TOOK);
        window.add(NOW, new Outcome.NeverTried("empty"), TOOK);
        assertThat(window.share(NOW)).hasValue(.5);
    }

    @Test
    void oldTriesLeaveTheWindow() {
        SuccessWindow window = new SuccessWindow(Duration.ofMinutes(5));
        window.add(NOW, new Outcome.Failed("timed-out"), TOOK);
        window.add(NOW.plusSeconds(299), new Outcome.Worked(), TOOK);
        assertThat(window.share(NOW.plusSeconds(301))).hasValue(1);
        assertThat(window.share(NOW.plusSeconds(700))).isEmpty();
    }

    @Test
    void whatItMetIsToldApart() {
        SuccessWindow window = new SuccessWindow(Duration.ofMinutes(5));
        window.add(NOW.minusSeconds(301), new Outcome.Failed("long ago"), TOOK);
        window.add(NOW, new Outcome.Failed("throttled"), Duration.ofMillis(3));
        window.add(NOW, new Outcome.Failed("throttled"), Duration.ofMillis(4));
        window.add(NOW, new Outcome.Failed("timed-out"), Duration.ofMillis(900));
        window.add(NOW, new Outcome.NeverTried("empty"), Duration.ofSeconds(9));
        window.add(NOW, new Outcome.Worked(), Duration.ofMillis(5));

        Calls calls = window.calls(NOW);

        assertThat(calls).isEqualTo(new Calls(1, 3, 1, "throttled", "empty", 5));
        assertThat(calls.workedShare()).isEqualTo(.2);
        assertThat(calls.refusedShare()).isEqualTo(.75);
        assertThat(calls.unresolvedShare()).isEqualTo(.2);
    }
}
