package emptyrecord.lab.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bad forms of a request; {@link ZipkinIT} has the good one. */
class OtlpReceiverTest {

    private HttpServer viewer;
    private OtlpReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        viewer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        viewer.createContext("/api/v2/spans", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        viewer.start();
        receiver = new OtlpReceiver(
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:" + viewer.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        receiver.close();
        viewer.stop(0);
    }

    private int post(byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + receiver.port() + "/v1/traces"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aRequestWithoutSpansIsAccepted() throws Exception {
        assertThat(post(new byte[0])).isEqualTo(200);
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        byte[] packed = gzip("no message".getBytes(StandardCharsets.UTF_8));

        assertThat(post("no message".getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
        assertThat(post(packed, "Content-Encoding", "gzip")).isEqualTo(400);
        assertThat(post("not packed".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip"))
                .isEqualTo(400);
        assertThat(post(Arrays.copyOf(packed, packed.length / 2), "Content-Encoding", "gzip"))
                .isEqualTo(400);
    }

    @Test
    void aSmallRequestThatUnpacksToALargeOneIsRefused() throws Exception {
        assertThat(post(gzip(new byte[9 << 20]), "Content-Encoding", "gzip")).isEqualTo(413);
    }

    @Test
    void withoutAViewerSpansAreToBeSentAgain() throws Exception {
        viewer.stop(0);

        assertThat(post(new byte[0])).isEqualTo(503);
        assertThat(receiver.spans()).isZero();
    }
}
