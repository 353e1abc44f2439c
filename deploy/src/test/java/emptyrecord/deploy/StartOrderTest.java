package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The container that prepares a pod, run by this machine's bash: it waits until each peer is healthy. */
class StartOrderTest {

    @Test
    void aPodStartsWhenItsPeersAreHealthy() throws IOException, InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        peer.start();
        try {
            List<String> command = waiting();
            command.add("127.0.0.1:" + peer.getAddress().getPort());
            Process process = new ProcessBuilder(command).inheritIO().start();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(asked).hasValue(2);
        } finally {
            peer.stop(0);
        }
    }

    @Test
    void aPeerThatIsNotThereIsWaitedFor() throws IOException, InterruptedException {
        List<String> command = waiting();
        // Nothing listens on port 1 of loopback.
        command.add("127.0.0.1:1");
        Process process = new ProcessBuilder(command).inheritIO().start();

        assertThat(process.waitFor(1500, TimeUnit.MILLISECONDS)).isFalse();
        process.destroyForcibly().waitFor();
    }

    /** The command without the names of its peers. */
    private static List<String> waiting() {
        Region region = Chart.region(Objects.requireNonNull(Chart.VALUES.get("small")));
        List<String> command = Objects.requireNonNull(region.pods().get("dns-planner"))
                .getSpec()
                .getInitContainers()
                .getFirst()
                .getCommand();
        assertThat(command.subList(4, command.size())).containsExactly("fake-route53:7001", "fake-dynamo:7003");
        return new ArrayList<>(command.subList(0, 4));
    }
}
