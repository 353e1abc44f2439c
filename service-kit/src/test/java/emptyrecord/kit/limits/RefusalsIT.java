package emptyrecord.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a request is refused: its header, the form of the answer, the count. */
class RefusalsIT extends LimitedService {

    @Test
    void aHeaderThatDripsEndsInTime() throws Exception {
        start("--lab.limits.header-time=500ms");
        RawConnection slow = connect();
        slow.send("GET /clock HTTP/1.1\r\nX: ");
        assertThat(slow.drip("x", 20)).startsWith("HTTP/1.1 408").contains("lab.limits.header-time");
    }

    @Test
    void headersAreBoundedByBytesAndLines() throws Exception {
        start();
        assertThat(connect()
                        .send(head("GET", "/clock", "X: " + "x".repeat(9_000)) + "\r\n")
                        .readAll())
                .startsWith("HTTP/1.1 431")
                .contains("lab.limits.header-max");
        String[] many = IntStream.range(0, 200).mapToObj(i -> "X" + i + ": x").toArray(String[]::new);
        assertThat(connect().send(head("GET", "/clock", many) + "\r\n").readAll())
                .startsWith("HTTP/1.1 431")
                .contains("lab.limits.headers-max");
        assertThat(connect().send("nonsense\r\n\r\n").readAll())
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(connect().send("G\u0001T / HTTP/1.1\r\n\r\n").readAll()).startsWith("HTTP/1.1 400");
    }

    @Test
    void aForeignProtocolSaysNoInItsOwnWords() throws Exception {
        start();
        HttpResponse<String> answer = post("/foreign/thing", "text/xml", "x".repeat(100_000));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("<No>BODY_TOO_LARGE</No>");
    }

    @Test
    void whatIsRefusedIsCounted() throws Exception {
        start("--lab.limits.header-time=100ms");
        post("/length", "application/octet-stream", "x".repeat(100_000));
        connect().send("GET /").readAll();
        String metrics = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(metrics)
                .contains("requests_refused_total{reason=\"body_too_large\"} 1.0")
                .contains("requests_refused_total{reason=\"header_too_slow\"} 1.0");
    }
}
