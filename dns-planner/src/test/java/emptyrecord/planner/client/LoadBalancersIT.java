package emptyrecord.planner.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import emptyrecord.planner.core.Reading;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hundreds of load balancers behind one server that counts how many requests it has at once. */
class LoadBalancersIT {

    private static final int COUNT = 300;
    private static final byte[] HEALTHY =
            "{\"name\":\"lb\",\"healthy\":true,\"capacity\":100}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(LoadBalancers.AT_ONCE);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), COUNT);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health/load-balancer", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            awaitAsManyAsMayCome();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            now.decrementAndGet();
            exchange.sendResponseHeaders(200, HEALTHY.length);
            exchange.getResponseBody().write(HEALTHY);
            exchange.close();
        });
        server.start();
    }

    private void awaitAsManyAsMayCome() {
        full.countDown();
        try {
            full.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allAreReadInTheirOrderAndNoMoreAtOnceThanTheBound() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        List<LoadBalancers.LoadBalancer> all = IntStream.range(0, COUNT)
                .mapToObj(i -> new LoadBalancers.LoadBalancer("lb-" + i, "127.0.1." + i, url))
                .toList();

        List<Reading> readings = new LoadBalancers(all, new LoadBalancerProbe(Duration.ofSeconds(30))).read();

        assertThat(readings).hasSize(COUNT).allMatch(Reading.Healthy.class::isInstance);
        assertThat(readings.stream().map(Reading::name))
                .isEqualTo(all.stream().map(LoadBalancers.LoadBalancer::name).toList());
        assertThat(most).hasValue(LoadBalancers.AT_ONCE);
    }
}
