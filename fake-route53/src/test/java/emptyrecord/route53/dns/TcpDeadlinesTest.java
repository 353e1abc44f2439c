package emptyrecord.route53.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TcpDeadlinesTest {

    private final TcpDeadlines deadlines = new TcpDeadlines(Duration.ofMinutes(5), () -> true);

    private List<Socket> sockets(int count) {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new Socket());
        }
        return sockets;
    }

    @Test
    void placesAreGivenUpInTheOrderOfTheirSilence() {
        List<Socket> waiting = sockets(3);
        waiting.forEach(deadlines::waitsForQuery);
        for (Socket longest : waiting) {
            await().until(deadlines::closeLongestWaiting);
            assertThat(longest.isClosed()).isTrue();
            deadlines.forget(longest);
            assertThat(waiting.stream().filter(Socket::isClosed).count()).isEqualTo(waiting.indexOf(longest) + 1L);
        }
        assertThat(deadlines.closeLongestWaiting()).isFalse();
    }

    @Test
    void whoAsksAgainIsNoLongerTheLongestSilent() {
        List<Socket> waiting = sockets(2);
        waiting.forEach(deadlines::waitsForQuery);
        deadlines.answers(waiting.getFirst());
        await().until(deadlines::closeLongestWaiting);
        assertThat(waiting.getFirst().isClosed()).isFalse();
        assertThat(waiting.getLast().isClosed()).isTrue();
    }
}
