package emptyrecord.dynamo.web;

import emptyrecord.dynamo.balancer.BalancerHealth;
import emptyrecord.dynamo.balancer.LoadBalancer;
import emptyrecord.dynamo.chaos.DynamoFaults;
import emptyrecord.dynamo.telemetry.RequestMeters;
import emptyrecord.dynamo.web.http.RequestContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * One load balancer's requests: its health for the planner, and the protocol for everyone else. Signatures are accepted
 * unchecked. A caller that disconnects is not an error.
 */
public final class RequestHandler implements HttpServerRequestHandler {

    private static final String HEALTH = "/health/load-balancer";
    private static final ContentType JSON_1_0 = ContentType.create("application/x-amz-json-1.0");

    private final LoadBalancer balancer;
    private final Service service;
    private final BodyReader bodies;

    public RequestHandler(LoadBalancer balancer, Service service) {
        this.balancer = balancer;
        this.service = service;
        this.bodies = new BodyReader(service.bodyBytesMax());
    }

    /**
     * The backend of all load balancers.
     *
     * @param budgets of heap, which all requests share
     * @param bodyBytesMax largest request body that is read
     */
    public record Service(
            Protocol protocol,
            BalancerHealth health,
            DynamoFaults faults,
            RequestMeters meters,
            Budgets budgets,
            long bodyBytesMax) {}

    @Override
    public void handle(ClassicHttpRequest request, ResponseTrigger trigger, HttpContext context)
            throws HttpException, IOException {
        boolean up = service.health.isUp(balancer);
        if (path(request).equals(HEALTH)) {
            trigger.submitResponse(health(up));
        } else if (up) {
            serve(request, trigger, context);
        } else {
            throw new ConnectionClosedException("the load balancer is down: the connection ends without an answer");
        }
    }

    private static String path(ClassicHttpRequest request) {
        String target = Optional.ofNullable(request.getPath()).orElse("/");
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private ClassicHttpResponse health(boolean up) {
        String body = String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"healthy\":%b,\"capacity\":%d}",
                balancer.name(),
                up,
                balancer.capacity());
        ClassicHttpResponse response = new BasicClassicHttpResponse(up ? 200 : 503);
        response.setEntity(
                new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.create("application/json")));
        return response;
    }

    private void serve(ClassicHttpRequest request, ResponseTrigger trigger, HttpContext context)
            throws HttpException, IOException {
        RequestContext.working(context);
        addLatency();
        RequestContext.reading(context);
        long start = System.nanoTime();
        balancer.countRequest();
        Optional<String> operation = operation(request);
        try (Allowance allowance = new Allowance(service.budgets)) {
            Reply reply = reply(request, operation, allowance, context);
            allowance.worked();
            service.meters.count(
                    operation.orElse(RequestMeters.UNKNOWN), Outcomes.name(reply.outcome()), System.nanoTime() - start);
            RequestContext.sending(context);
            trigger.submitResponse(response(reply));
        }
    }

    private void addLatency() throws ConnectionClosedException {
        try {
            service.faults.latency().await(balancer.name(), balancer.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionClosedException("the service ends");
        }
    }

    private Optional<String> operation(ClassicHttpRequest request) {
        Header target = request.getFirstHeader("X-Amz-Target");
        return target != null && request.getMethod().equals("POST")
                ? service.protocol.operation(target.getValue())
                : Optional.empty();
    }

    private Reply reply(
            ClassicHttpRequest request, Optional<String> operation, Allowance allowance, HttpContext context)
            throws IOException {
        BodyReader.Body body;
        try {
            body = bodies.read(request.getEntity(), allowance);
        } catch (MalformedChunkCodingException e) {
            return service.protocol.brokenChunk(allowance);
        }
        RequestContext.working(context);
        return switch (body) {
            case BodyReader.TooLarge large -> service.protocol.tooLarge(bodies.max(), allowance);
            case BodyReader.NoRoom full -> service.protocol.busy(allowance);
            case BodyReader.Whole whole -> reply(whole, operation, allowance);
        };
    }

    private Reply reply(BodyReader.Whole body, Optional<String> operation, Allowance allowance) {
        if (operation.isEmpty()) {
            return service.protocol.unknownOperation(allowance);
        }
        if (service.faults.throttling().refuses(balancer.name(), balancer.address())) {
            return service.protocol.throttled(allowance);
        }
        return service.protocol.answer(operation.get(), body, allowance);
    }

    private static ClassicHttpResponse response(Reply reply) {
        CRC32 crc = new CRC32();
        crc.update(reply.buffer(), 0, reply.length());
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        response.setHeader("x-amzn-RequestId", requestId());
        response.setHeader("x-amz-crc32", Long.toString(crc.getValue()));
        response.setEntity(new ByteArrayEntity(reply.buffer(), 0, reply.length(), JSON_1_0));
        return response;
    }

    /** It only has to be unique; nothing in the lab depends on it, so it needs no seed. */
    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of().withUpperCase();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
