package emptyrecord.control.core.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuccessWindowTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aTryThatCouldNotBeMadeIsNoSuccess() {
        SuccessWindow window = new SuccessWindow(Duration.ofMinutes(5));
        assertThat(window.share(NOW)).isEmpty();
        window.add(NOW, new Outcome.Worked());
        window.add(NOW, new Outcome.NeverTried("empty"));
        assertThat(window.share(NOW)).hasValue(.5);
    }

    @Test
    void oldTriesLeaveTheWindow() {
        SuccessWindow window = new SuccessWindow(Duration.ofMinutes(5));
        window.add(NOW, new Outcome.Failed("timed-out"));
        window.add(NOW.plusSeconds(299), new Outcome.Worked());
        assertThat(window.share(NOW.plusSeconds(301))).hasValue(1);
        assertThat(window.share(NOW.plusSeconds(700))).isEmpty();
    }
}
