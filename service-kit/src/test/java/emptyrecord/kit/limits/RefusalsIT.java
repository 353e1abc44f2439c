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

    /** Tomcat refuses these itself, with a page that has no reason, before any service sees them. */
    @Test
    void aPathThatCannotBeDecodedIsRefusedWithAReason() throws Exception {
        start();
        for (String path :
                new String[] {"/clock/%5C", "/clock/%2F", "/clock/%zz", "/clock/%00", "/../../x", "/%c0%af"}) {
            assertThat(connect()
                            .send(head("GET", path, "Connection: close") + "\r\n")
                            .readAll())
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("The path of this request");
        }
        assertThat(connect().send(head("GET", "/foreign/%5C") + "\r\n").readAll())
                .contains("<No>ADDRESS</No>");
        assertThat(connect()
                        .send(head("GET", "/%2e%2e/x", ": no name") + "\r\n")
                        .readAll())
                .as("a broken header besides")
                .contains("This is no HTTP request");
    }

    /** Tomcat keeps "no header" of the one for the other. */
    @Test
    void aRequestInHttp09ChangesNoAnswerOfAnotherClient() throws Exception {
        start();
        for (int i = 0; i < 5; i++) {
            assertThat(connect().send("GET /clock\r\n\r\n").readAll()).startsWith("{");
            assertThat(connect().send(head("GET", "/tr\"e") + "\r\n").readAll()).startsWith("HTTP/1.1 400");
        }
    }

    /** The reason was lost with an Accept that cannot be read: nothing could be negotiated, not even the problem. */
    @Test
    void anAcceptThatCannotBeReadTakesNoReasonAway() throws Exception {
        start();
        for (String accept : new String[] {"#{1}", "/", "a/b;q=2", "*/x"}) {
            String close = "Connection: close";
            String missing = head("GET", "/events?limit=none", "Accept: " + accept, close);
            assertThat(connect().send(missing + "\r\n").readAll())
                    .as(accept)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"detail\":\"");
            String there = head("GET", "/clock", "Accept: " + accept, close);
            assertThat(connect().send(there + "\r\n").readAll()).as(accept).startsWith("HTTP/1.1 200");
        }
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
