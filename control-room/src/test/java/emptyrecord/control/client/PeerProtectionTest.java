package emptyrecord.control.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.api.client.Change;
import emptyrecord.api.client.Resource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A service that takes requests and does not answer them must not hold up what is read from the others. */
class PeerProtectionTest {

    private static final Resource<JsonNode> STATE = Resource.of("/state", JsonNode.class);
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PeerProtection protection = new PeerProtection();
    private final PeerClient http = new PeerClient(TIMEOUT, Optional.empty(), protection);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean silent = new AtomicBoolean(true);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer server;
    private Peer hung;
    private Peer dead;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            if (silent.get()) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        hung = new Peer(
                "dwfm", URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        dead = new Peer("dns-planner", URI.create("http://127.0.0.1:1"));
        protection.bindTo(meters);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aServiceThatHangsIsAskedTwiceAndThenLeftAloneUntilItAnswers() {
        for (int i = 0; i < 50; i++) {
            assertThat(http.get(hung, STATE)).isEmpty();
        }

        assertThat(asked).as("requests of 50 reads").hasValueLessThan(10);
        assertThat(breaker("open")).isEqualTo(1);

        silent.set(false);

        await().atMost(Duration.ofSeconds(20)).until(() -> http.get(hung, STATE).isPresent());
        assertThat(breaker("closed")).isEqualTo(1);
    }

    @Test
    void oneDeadServiceDoesNotCloseTheWayToAnother() {
        silent.set(false);
        for (int i = 0; i < 10; i++) {
            assertThat(http.get(dead, STATE)).isEmpty();
            assertThat(http.get(hung, STATE)).isPresent();
        }
    }

    @Test
    void anErrorIsAnAnswer() {
        silent.set(false);
        status.set(503);
        for (int i = 0; i < 10; i++) {
            assertThat(http.get(hung, STATE)).isEmpty();
        }

        assertThat(asked).hasValue(10);
        assertThat(breaker("closed")).isEqualTo(1);
    }

    @Test
    void aChangeIsTriedWhateverTheReadsSaw() {
        for (int i = 0; i < 10; i++) {
            http.get(hung, STATE);
        }
        int before = asked.get();

        assertThatThrownBy(() -> http.send(hung, new Change<>(Change.Method.PUT, STATE, Map.of())))
                .isInstanceOf(IllegalStateException.class);

        assertThat(asked).hasValue(before + 1);
    }

    private double breaker(String state) {
        return meters.get("resilience4j.circuitbreaker.state")
                .tags("name", "dwfm", "state", state)
                .gauge()
                .value();
    }
}
