package emptyrecord.lab.traces;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import emptyrecord.lab.failure.LabException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.databind.json.JsonMapper;

/** Takes OTLP over HTTP, {@code POST /v1/traces}, and hands the spans to Zipkin. */
final class OtlpReceiver implements AutoCloseable {

    private static final int BODY_BYTES_MAX = 8 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI zipkin;
    private final AtomicLong spans = new AtomicLong();

    /**
     * @param address loopback, or a container's own
     * @param port 0 takes any free one
     * @param zipkin for example {@code http://127.0.0.1:9411}
     */
    OtlpReceiver(String address, int port, URI zipkin) {
        this.zipkin = zipkin.resolve("/api/v2/spans");
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new LabException("cannot listen on " + address + ":" + port + " (" + e.getMessage()
                    + "); stop what listens there, or choose another port with --otlp-port");
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    long spans() {
        return spans.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) {
        try {
            byte[] body = body(exchange);
            return body.length > BODY_BYTES_MAX
                    ? TOO_LARGE
                    : forward(ZipkinSpan.of(ExportTraceServiceRequest.parseFrom(body)));
        } catch (InvalidProtocolBufferException | ZipException | EOFException e) {
            return BAD_REQUEST;
        } catch (IOException e) {
            return UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNAVAILABLE;
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return (packed ? new GZIPInputStream(in) : in).readNBytes(BODY_BYTES_MAX + 1);
    }

    private int forward(List<ZipkinSpan> read) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(zipkin)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(read)))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        spans.addAndGet(read.size());
        return status == ACCEPTED ? OK : UNAVAILABLE;
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
