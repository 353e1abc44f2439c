package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.FuzzRun;
import emptyrecord.kit.testkit.fuzz.HeapWatch;
import emptyrecord.kit.testkit.fuzz.HttpBytes;
import emptyrecord.kit.testkit.fuzz.HttpConversation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * HTTP itself by a seed ({@code bench/fuzz.sh http}): lines, headers, lengths and chunks, pipelined, on raw sockets; and
 * crowds of connections that do nothing or little. The service answers others meanwhile, and every connection ends.
 */
class HttpFuzzIT extends LimitedService {

    private static final int CONVERSATIONS = 1_500;
    private static final int CROWD_MAX = 1_000;
    private static final int BOUND = 32;
    private static final List<String> PATHS =
            List.of("/length", "/tree", "/form", "/clock", "/foreign/x", "/events", "/");

    private void assertServed() throws Exception {
        assertThat(get("/clock")).isEqualTo(200);
    }

    /** While no connection has been silent for long enough to be ended, a new one is told to try again (503). */
    private void assertServedSoon() {
        await().pollDelay(Duration.ZERO).untilAsserted(this::assertServed);
    }

    @Test
    void everyConversationEndsInAnswersWithAReason() throws Exception {
        start("--lab.limits.header-time=2s", "--lab.limits.body-time=2s");
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
        assertServed();
        HeapWatch heap = new HeapWatch();
        FuzzRun.of("http", CONVERSATIONS)
                .beside(this::assertServed)
                .each(
                        chance -> HttpBytes.conversation(chance, PATHS),
                        bytes -> HttpConversation.outcome(server, bytes, "\"detail\":\".+\"|<No>"));
        heap.assertBounded();
    }

    /** As many as a quarter of the files that this process may open: each takes two, and others need some. */
    private static int crowd() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(CROWD_MAX, system.getMaxFileDescriptorCount() / 4)
                : CROWD_MAX / 4;
    }

    @Test
    void aCrowdThatDoesLittleIsEndedAndOthersAreServed() throws Exception {
        start("--lab.limits.connections-max=" + BOUND, "--lab.limits.header-time=2s", "--lab.limits.body-time=2s");
        assertServed();
        HeapWatch heap = new HeapWatch();
        List<Socket> crowd = new ArrayList<>();
        try {
            FuzzRun.of("http", crowd()).beside(this::assertServedSoon).each(HttpFuzzIT::beginning, bytes -> {
                if (crowd.size() >= crowd()) {
                    crowd.removeFirst().close();
                }
                return joined(crowd, bytes);
            });
            await().untilAsserted(() -> {
                assertThat(crowd.stream().filter(HttpFuzzIT::isOpen)).hasSizeLessThanOrEqualTo(BOUND + BOUND / 4);
            });
            assertServedSoon();
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
        heap.assertBounded();
    }

    private String joined(List<Socket> crowd, byte[] bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(1);
        crowd.add(socket);
        try {
            socket.getOutputStream().write(bytes);
            return bytes.length == 0 ? "silent" : "waits";
        } catch (IOException ended) {
            return "ended at once";
        }
    }

    /** Nothing, a part of a header, a part of a body, or a whole request. */
    private static byte[] beginning(Chance chance) {
        String body = head("POST", "/length", "Content-Length: 60000") + "\r\n" + "x".repeat(chance.below(3_000));
        String header = head("GET", "/clock", "X: " + "x".repeat(chance.below(4_000)));
        String begun = chance.of(
                "",
                header.substring(0, chance.below(header.length())),
                body,
                header + "\r\n",
                head("POST", "/tree", "Transfer-Encoding: chunked") + "\r\n5\r\n[[");
        return begun.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isOpen(Socket socket) {
        try {
            byte[] answer = new byte[8_192];
            while (socket.getInputStream().read(answer) >= 0) {
                // what is left of an answer
            }
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }
}
