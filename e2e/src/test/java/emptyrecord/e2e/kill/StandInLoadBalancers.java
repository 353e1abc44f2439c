package emptyrecord.e2e.kill;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The planner's load balancers: three, healthy, with changing capacities, so that each plan differs from the last. */
final class StandInLoadBalancers implements AutoCloseable {

    static final List<String> ADDRESSES = List.of("127.0.1.10", "127.0.2.10", "127.0.3.10");

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    StandInLoadBalancers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/load-balancer", exchange -> {
            int capacity = 50 + asked.incrementAndGet() % 50;
            byte[] body = ("{\"name\":\"lb\",\"healthy\":true,\"capacity\":" + capacity + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
