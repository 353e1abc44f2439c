package emptyrecord.lab.start;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.lab.start.Seen.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a start says while it goes on, and what is read from exit statuses and logs. */
class StartWordsTest {

    private static final Seen ROUTE53 = new Seen("fake-route53", State.HEALTHY, "");
    private static final Seen DYNAMO = new Seen("fake-dynamo", State.STARTING, "");
    private static final Seen ENACTOR = new Seen("dns-enactor-a", State.UNHEALTHY, "firstLook: no plan yet");
    private static final Seen DWFM = new Seen("dwfm", State.WAITING, "");

    private final StartBoard board = new StartBoard();

    @Test
    void aChangeIsALineAndTheSameAgainIsNone() {
        List<Seen> now = List.of(ROUTE53, DYNAMO, ENACTOR, DWFM);
        assertThat(board.news(now, Duration.ofMillis(6240)))
                .containsExactly(
                        "  fake-route53     is healthy after 6.2 s",
                        "  dns-enactor-a    answers, but is not well: firstLook: no plan yet after 6.2 s");
        assertThat(board.news(now, Duration.ofSeconds(7))).isEmpty();
        assertThat(board.news(List.of(ROUTE53, new Seen("fake-dynamo", State.HEALTHY, "")), Duration.ofSeconds(8)))
                .containsExactly("  fake-dynamo      is healthy after 8.0 s");
    }

    @Test
    void oneLineSaysWhatIsStillOpen() {
        assertThat(StartBoard.open(List.of(ROUTE53, DYNAMO, ENACTOR, DWFM), Duration.ofSeconds(12)))
                .isEqualTo("12 s: 1 of 4 healthy; not well: dns-enactor-a; starting: fake-dynamo; waiting: dwfm");
    }

    @Test
    void exitStatusesAreToldInWords() {
        assertThat(ExitWords.of(3)).isEqualTo("exit status 3: out of memory");
        assertThat(ExitWords.of(137)).contains("SIGKILL");
        assertThat(ExitWords.of(143)).contains("SIGTERM");
        assertThat(ExitWords.of(134)).contains("SIGABRT");
        assertThat(ExitWords.of(1)).contains("its log says why");
        assertThat(ExitWords.of(42)).isEqualTo("exit status 42");
    }

    @Test
    void theLastErrorOfALogIsItsWord() {
        assertThat(LogEnd.of(List.of(
                        "12:00:00.000 INFO  App: starting",
                        "12:00:01.000 ERROR App: cannot write /data: No space left on device",
                        "        at emptyrecord.Some.method(Some.java:1)",
                        "12:00:02.000 INFO  App: closing",
                        "")))
                .contains("No space left on device");
        assertThat(LogEnd.of(List.of("Terminating due to java.lang.OutOfMemoryError: Java heap space")))
                .contains("OutOfMemoryError");
        assertThat(LogEnd.of(List.of("one", "two", " "))).isEqualTo("two");
        assertThat(LogEnd.of(List.of())).isEmpty();
    }
}
