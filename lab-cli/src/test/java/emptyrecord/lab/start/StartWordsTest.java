package emptyrecord.lab.start;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.start.ServiceProgress.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages during a start, and the meaning of exit statuses and logs. */
class StartWordsTest {

    private static final ServiceProgress ROUTE53 = new ServiceProgress("fake-route53", State.HEALTHY, "");
    private static final ServiceProgress DYNAMO = new ServiceProgress("fake-dynamo", State.STARTING, "");
    private static final ServiceProgress ENACTOR =
            new ServiceProgress("dns-enactor-a", State.UNHEALTHY, "firstLook: no plan yet");
    private static final ServiceProgress DWFM = new ServiceProgress("dwfm", State.WAITING, "");

    private final StartProgress board = new StartProgress();

    @Test
    void aChangeIsALineAndTheSameAgainIsNone() {
        List<ServiceProgress> now = List.of(ROUTE53, DYNAMO, ENACTOR, DWFM);
        assertThat(board.news(now, Duration.ofMillis(6240)))
                .containsExactly(
                        "  fake-route53     is healthy after 6.2 s",
                        "  dns-enactor-a    answers, but is not healthy: firstLook: no plan yet after 6.2 s");
        assertThat(board.news(now, Duration.ofSeconds(7))).isEmpty();
        assertThat(board.news(
                        List.of(ROUTE53, new ServiceProgress("fake-dynamo", State.HEALTHY, "")), Duration.ofSeconds(8)))
                .containsExactly("  fake-dynamo      is healthy after 8.0 s");
    }

    @Test
    void figuresThatGoUpAreNoNews() {
        board.news(
                List.of(new ServiceProgress("nlb-healthcheck", State.UNHEALTHY, "fleet: 3 of 24 nodes")),
                Duration.ZERO);
        assertThat(board.news(
                        List.of(new ServiceProgress("nlb-healthcheck", State.UNHEALTHY, "fleet: 17 of 24 nodes")),
                        Duration.ZERO))
                .isEmpty();
        assertThat(board.news(
                        List.of(new ServiceProgress("nlb-healthcheck", State.UNHEALTHY, "guards")), Duration.ZERO))
                .hasSize(1);
    }

    @Test
    void oneLineSaysWhatIsStillOpen() {
        assertThat(StartProgress.open(List.of(ROUTE53, DYNAMO, ENACTOR, DWFM), Duration.ofSeconds(12)))
                .isEqualTo(
                        "12 s: 1 of 4 healthy; not well: dns-enactor-a (firstLook: no plan yet); starting: fake-dynamo;"
                                + " waiting: dwfm");
    }

    @Test
    void exitStatusesAreToldInWords() {
        assertThat(ExitReason.of(3)).isEqualTo("exit status 3: out of memory");
        assertThat(ExitReason.of(137)).contains("SIGKILL");
        assertThat(ExitReason.of(143)).contains("SIGTERM");
        assertThat(ExitReason.of(134)).contains("SIGABRT");
        assertThat(ExitReason.of(1)).contains("its log has the reason");
        assertThat(ExitReason.of(42)).isEqualTo("exit status 42");
    }

    @Test
    void theLastErrorOfALogIsItsWord() {
        assertThat(LogCause.of(List.of(
                        "12:00:00.000 INFO  App: starting",
                        "12:00:01.000 ERROR App: cannot write /data: No space left on device",
                        "        at emptyrecord.Some.method(Some.java:1)",
                        "12:00:02.000 INFO  App: closing",
                        "")))
                .contains("No space left on device");
        assertThat(LogCause.of(List.of("Terminating due to java.lang.OutOfMemoryError: Java heap space")))
                .contains("OutOfMemoryError");
        assertThat(LogCause.of(List.of("one", "two", " "))).isEqualTo("two");
        assertThat(LogCause.of(List.of())).isEmpty();
    }
}
