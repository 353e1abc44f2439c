package emptyrecord.route53.web;

import emptyrecord.route53.core.RequestRate;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The frame around every request of the control API: the request rate, the error's form, the count. */
public final class ApiFrame {

    private static final Logger log = LoggerFactory.getLogger(ApiFrame.class);
    private static final String REQUEST_ID = "x-amzn-RequestId";

    private final RequestRate rate;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final ApiCounter counter;
    private final AtomicLong requests = new AtomicLong();

    public ApiFrame(RequestRate rate, ApiCounter counter) {
        this.rate = rate;
        this.counter = counter;
    }

    /** Serves a request; its signature is not read. */
    ResponseEntity<byte[]> serve(Operation operation, Supplier<byte[]> work) {
        return framed(operation, request -> answer(200, request, work.get()));
    }

    /** A resource that was made: its address, and the document about it. */
    record Made(String location, byte[] body) {}

    /** Serves a request that makes a resource: 201. */
    ResponseEntity<byte[]> create(Operation operation, Supplier<Made> work) {
        return framed(operation, request -> {
            Made made = work.get();
            return ResponseEntity.status(201)
                    .contentType(MediaType.TEXT_XML)
                    .header(REQUEST_ID, request)
                    .header(HttpHeaders.LOCATION, made.location())
                    .body(made.body());
        });
    }

    private ResponseEntity<byte[]> framed(Operation operation, Function<String, ResponseEntity<byte[]>> work) {
        long begin = System.nanoTime();
        String request = new UUID(0x5253_3533_0000_4000L, requests.incrementAndGet()).toString();
        try {
            if (!admitted()) {
                throw Route53Error.of(Route53Error.Code.Throttling, "Rate exceeded");
            }
            ResponseEntity<byte[]> answer = work.apply(request);
            counter.served(operation, "OK", Duration.ofNanos(System.nanoTime() - begin));
            return answer;
        } catch (Route53Error e) {
            counter.served(operation, e.code().name(), Duration.ofNanos(System.nanoTime() - begin));
            return answer(e.code().status(), request, error(e, request));
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("request", request).log("{} failed", operation);
            Route53Error failure = Route53Error.of(
                    Route53Error.Code.InternalFailure, "This is a defect of fake-route53; its log has the stack trace");
            counter.served(operation, failure.code().name(), Duration.ofNanos(System.nanoTime() - begin));
            return answer(500, request, error(failure, request));
        }
    }

    private boolean admitted() {
        oneAtATime.lock();
        try {
            return rate.admit();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Sends an answer whole: when it returns, the client has all but the content of the socket's buffers. */
    static void send(ResponseEntity<byte[]> answer, HttpServletResponse response) throws IOException {
        byte[] body = Objects.requireNonNull(answer.getBody());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ResponseEntity<byte[]> answer(int status, String request, byte[] body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_XML)
                .header(REQUEST_ID, request)
                .body(body);
    }

    private static byte[] error(Route53Error e, String request) {
        return XmlAnswer.document(
                "ErrorResponse",
                answer -> answer.element(
                                "Error",
                                error -> error.text("Type", e.code().status() < 500 ? "Sender" : "Receiver")
                                        .text("Code", e.code())
                                        .text("Message", e.text()))
                        .text("RequestId", request));
    }
}
