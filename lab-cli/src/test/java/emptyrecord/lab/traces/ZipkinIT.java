package emptyrecord.lab.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real exporter's spans arrive in a real Zipkin, whose jar the build has put into the target folder. */
class ZipkinIT {

    private static final Path ZIPKIN = Path.of("target/zipkin/zipkin-slim.jar");

    @TempDir
    Path folder;

    @Test
    void spansGoInByOtlpAndComeOutOfZipkinsApi() throws Exception {
        try (ZipkinProcess zipkin = ZipkinProcess.start(ZIPKIN, freePort(), folder.resolve("zipkin.log"));
                OtlpReceiver receiver = new OtlpReceiver("127.0.0.1", 0, zipkin.url())) {
            await().atMost(Duration.ofSeconds(90)).until(zipkin::isHealthy);
            String trace = send(receiver.port());

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(get(zipkin.url().resolve("/api/v2/trace/" + trace)))
                            .contains(
                                    "\"name\":\"lease-attempt\"",
                                    "\"name\":\"handshake\"",
                                    "\"serviceName\":\"dwfm\"",
                                    "\"incident.minute\":\"157.5\"",
                                    "\"error\":\"done after its deadline\"",
                                    "\"value\":\"deadline\"",
                                    "\"parentId\""));
            assertThat(receiver.spans()).isEqualTo(2);
        }
    }

    /** @return the trace's id */
    private static String send(int port) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.builder().put("service.name", "dwfm").build())
                .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                        .setEndpoint("http://127.0.0.1:" + port + "/v1/traces")
                        .setCompression("gzip")
                        .build()))
                .build()) {
            Tracer tracer = provider.get("test");
            Span attempt = tracer.spanBuilder("lease-attempt")
                    .setAttribute(AttributeKey.doubleKey("incident.minute"), 157.5)
                    .startSpan();
            tracer.spanBuilder("handshake")
                    .setParent(Context.root().with(attempt))
                    .startSpan()
                    .end();
            attempt.addEvent("deadline");
            attempt.setStatus(StatusCode.ERROR, "done after its deadline");
            attempt.end();
            return attempt.getSpanContext().getTraceId();
        }
    }

    private static String get(URI url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
