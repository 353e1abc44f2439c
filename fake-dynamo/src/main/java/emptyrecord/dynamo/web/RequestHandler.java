package emptyrecord.dynamo.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import emptyrecord.dynamo.chaos.DynamoFaults;
import emptyrecord.dynamo.telemetry.RequestMeters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * One load balancer's requests: its health for the planner, and the protocol for everyone else. Signatures are accepted
 * unchecked. A caller that breaks off is nobody's error.
 */
public final class RequestHandler implements HttpHandler {

    private final LoadBalancer balancer;
    private final Protocol protocol;
    private final BalancerHealth health;
    private final DynamoFaults faults;
    private final RequestMeters meters;
    private final BodyReader bodies;

    public RequestHandler(LoadBalancer balancer, Service service) {
        this.balancer = balancer;
        this.protocol = service.protocol();
        this.health = service.health();
        this.faults = service.faults();
        this.meters = service.meters();
        this.bodies = new BodyReader(service.bodyBytesMax());
    }

    /**
     * What all load balancers lead to.
     *
     * @param bodyBytesMax largest request body that is read
     */
    public record Service(
            Protocol protocol, BalancerHealth health, DynamoFaults faults, RequestMeters meters, long bodyBytesMax) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean up = health.isUp(balancer);
        if (exchange.getRequestURI().getPath().equals("/health/load-balancer")) {
            answerHealth(exchange, up);
        } else if (up) {
            serve(exchange);
        } else {
            exchange.close(); // before any header was sent: the connection ends without an answer
        }
    }

    private void answerHealth(HttpExchange exchange, boolean up) throws IOException {
        String body = String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"healthy\":%b,\"capacity\":%d}",
                balancer.name(),
                up,
                balancer.capacity());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, up ? 200 : 503, body.getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            faults.latency().await(balancer.name(), balancer.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
            return;
        }
        long start = System.nanoTime();
        balancer.countRequest();
        balancer.connections().used(exchange.getRemoteAddress(), start);
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        Optional<String> operation =
                exchange.getRequestMethod().equals("POST") ? protocol.operation(target) : Optional.empty();
        Reply reply = reply(exchange, operation);
        meters.count(
                operation.orElse(RequestMeters.UNKNOWN), Outcomes.name(reply.outcome()), System.nanoTime() - start);
        answer(exchange, reply);
    }

    private Reply reply(HttpExchange exchange, Optional<String> operation) throws IOException {
        Optional<byte[]> body = bodies.read(exchange);
        if (body.isEmpty()) {
            return protocol.tooLarge(bodies.max());
        }
        if (operation.isEmpty()) {
            return protocol.unknownOperation();
        }
        if (faults.throttling().refuses(balancer.name(), balancer.address())) {
            return protocol.throttled();
        }
        return protocol.answer(operation.get(), body.get());
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(reply.body());
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/x-amz-json-1.0");
        headers.set("x-amzn-RequestId", requestId());
        headers.set("x-amz-crc32", Long.toString(crc.getValue()));
        send(exchange, reply.status(), reply.body());
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Only unlike the others; nothing in the lab depends on it, so it needs no seed. */
    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of().withUpperCase();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
